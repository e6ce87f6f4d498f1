/** Words of the agenda, in Indonesian. Sentences are those of the message catalogue (domain Annex E) where it has one. */
export const agenda = {
  lead: 'Semua kewajiban yang mempunyai batas waktu. Yang paling mendesak di atas.',
  empty: 'Tidak ada kewajiban yang menunggu.',
  groups: {
    OVERDUE: 'Terlambat',
    NOW: 'Perlu tindakan',
    AHEAD: 'Berikutnya',
  },
  say: {
    REPORT_AHEAD:
      'Laporan pemanfaatan Semester {{semester}} Tahun {{tahun}} dibuka pada {{dibuka}}. Batas penyampaian: {{tanggal}}.',
    REPORT_OPEN:
      'Laporan pemanfaatan Semester {{semester}} Tahun {{tahun}} siap disusun. Batas penyampaian: {{tanggal}}.',
    REPORT_AFTER_PERIOD:
      'Laporan pemanfaatan Semester {{semester}} Tahun {{tahun}} dapat disampaikan mulai {{mulai}}, setelah periodenya berakhir. Batas penyampaian menurut PKS: {{tanggal}}.',
    REPORT_DUE_SOON:
      'Laporan Semester {{semester}} Tahun {{tahun}} jatuh tempo {{tanggal}} ({{sisa}} hari kerja lagi).',
    REPORT_DEADLINE_PASSED:
      'Batas penyampaian Laporan Semester {{semester}} Tahun {{tahun}} ({{tanggal}}) telah lewat. Keterlambatan dapat berakibat pencabutan hak akses.',
    REPORT_OVERDUE:
      'Laporan Semester {{semester}} Tahun {{tahun}} terlambat {{hari}} hari kerja. Keterlambatan dapat berakibat pencabutan hak akses.',
    EXTENSION_DUE:
      'Surat permohonan perpanjangan harus diajukan paling lambat {{tanggal}}. Perjanjian berakhir {{tanggalAkhir}}.',
    EXTENSION_LATE:
      'Batas pengajuan perpanjangan ({{tanggal}}) telah lewat. Permohonan tetap dapat dibuat, namun ditandai terlambat.',
    EXTENSION_PENDING_NO_ACCESS:
      'Permohonan perpanjangan masih diproses. Tanpa surat masa peralihan dari Dukcapil, akses berhenti pada {{tanggalAkhir}}.',
    BRIDGE_ENDS:
      'Masa peralihan berakhir {{tanggalAkhir}}. Tanpa adendum atau surat masa peralihan baru dari Dukcapil, akses berhenti pada hari itu.',
    ISO_DUE: 'Sertifikat {{standar}} harus diserahkan paling lambat {{tanggal}}.',
    ISO_ENDS: 'Sertifikat {{standar}} berlaku sampai {{tanggal}}. Serahkan sertifikat yang diperbarui.',
    MONITORING_DUE: 'Pemantauan dan evaluasi tahunan jatuh tempo {{tanggal}}.',
    CONTACT_CHANGE_DUE: 'Perubahan kontak harus diberitahukan kepada pihak lain paling lambat {{tanggal}}.',
    NOTIFY_OFFICE_CHANGE:
      'Pejabat penanggung jawab berganti. Kirim surat pemberitahuan kepada Dinas Dukcapil dengan dokumen pendukung dan perbarui SPTJM.',
    SPTJM_MISSING:
      'SPTJM bermeterai dari penanggung jawab hak akses belum tersedia. Unggah SPTJM yang telah ditandatangani.',
    SPTJM_GRACE: 'SPTJM pejabat lama berlaku sampai {{tanggal}}. Unggah SPTJM penanggung jawab yang baru.',
    NDA_WAITING:
      '{{jumlah}} calon operator belum menandatangani NDA bermeterai. Akun belum dapat diaktifkan.',
    USER_ID_REVOKED:
      '{{jumlah}} operator dicabut hak aksesnya. Minta kembali materi dan catatan, dan ajukan perubahan User ID.',
    USER_ID_INACTIVE: 'User ID dinonaktifkan. Pengelola hak akses mengajukan perubahan/aktivasi User ID.',
    USER_ID_BAST_REQUIRED:
      'Perubahan User ID baru berlaku setelah BAST perubahan User ID dan Password dari Dinas Dukcapil dicatat.',
    SAM_RETURN_DUE:
      'Kerja sama berakhir. {{jumlah}} kartu SAM belum dikembalikan/dinonaktifkan. Siapkan BAST pengembalian kartu SAM.',
    SAM_SHIPMENT_OVERDUE:
      'Pengiriman kartu SAM dan BAST melewati {{hari}} hari kerja sejak kerja sama berakhir.',
    END_CHECKLIST: 'Akhir kerja sama: {{selesai}} dari {{total}} langkah selesai.',
    WITHDRAWAL_DUE: 'Penarikan persetujuan: data KTP-el yang disimpan harus dihapus paling lambat {{batas}}.',
    ACCESS_DUE: 'Permintaan akses data: jawaban disampaikan paling lambat {{batas}}.',
    INCIDENT_UNDECIDED:
      'Insiden {{nomor}} belum diputuskan. Nyatakan kegagalan pelindungan data, atau tutup insiden, paling lambat {{batas}}.',
    BREACH_CLOCK: 'Batas pemberitahuan kegagalan pelindungan data: {{waktu}} ({{jam}} jam lagi).',
    BALIKAN_BACKLOG: '{{jumlah}} data balikan belum terkirim, tertua {{umur}}. Periksa jaringan tertutup.',
    BALIKAN_NEEDS_PERSON:
      '{{jumlah}} data balikan belum terkirim, tertua {{umur}}. {{perlu}} di antaranya ditolak atau ditahan dan menunggu tindakan Anda.',
    BALIKAN_TO_HAND_OVER:
      '{{jumlah}} data balikan belum diserahkan, tertua {{umur}}. Buat daftar penyerahan dan BAST-nya.',
    BALIKAN_TO_BE_FETCHED:
      '{{jumlah}} data balikan menunggu diambil Dukcapil, tertua {{umur}}. Siapkan daftarnya bila surat permintaan datang.',
  },
  left: {
    WORKING_DAYS_one: '{{n}} hari kerja lagi',
    WORKING_DAYS_other: '{{n}} hari kerja lagi',
    DAYS_one: '{{n}} hari lagi',
    DAYS_other: '{{n}} hari lagi',
    HOURS_one: '{{n}} jam lagi',
    HOURS_other: '{{n}} jam lagi',
    noWorkingDay: 'Tidak ada hari kerja lagi',
    today: 'Hari ini',
    open: 'Terbuka',
    late: 'Terlambat',
  },
  lateBy: {
    WORKING_DAYS_one: 'Terlambat {{n}} hari kerja',
    WORKING_DAYS_other: 'Terlambat {{n}} hari kerja',
    DAYS_one: 'Terlambat {{n}} hari',
    DAYS_other: 'Terlambat {{n}} hari',
    HOURS_one: 'Terlambat {{n}} jam',
    HOURS_other: 'Terlambat {{n}} jam',
  },
  provisional: 'sementara',
  provisionalNote: 'Hari libur tahun itu belum dimuat; batas dapat bergeser setelah SKB terbit.',
  officeHours: 'Surat: sampai jam kerja berakhir.',
  rule: 'Dasar {{rule}}',
  who: 'Oleh: {{who}}',
  open: 'Buka',
  openOf: 'Buka: {{what}}',
  seen: 'Sudah dilihat',
  seenOf: 'Sudah dilihat: {{what}}',
  seenNote: 'Pengingat berikutnya datang sendiri. Yang terlambat tidak dapat ditunda.',
  record: {
    title: 'Catat',
    RECORD_ISO: 'Sertifikat ISO 27001',
    RECORD_MONITORING: 'Pemantauan tahunan',
    NOTE_CONTACT_CHANGE: 'Perubahan kontak',
    SETTLE_CONTACT_CHANGE: 'Surat pemberitahuan',
  },
  consequence: {
    RECORD_ISO: 'Sertifikat tercatat sebagai diserahkan; pengingat berikutnya mengikuti masa berlakunya.',
    RECORD_MONITORING: 'Pemantauan untuk tahun ini selesai.',
    NOTE_CONTACT_CHANGE: 'Batas pemberitahuan dihitung sejak tanggal perubahan.',
    SETTLE_CONTACT_CHANGE: 'Pemberitahuan perubahan kontak selesai.',
  },
  agreement: 'Perjanjian',
  number: 'Nomor sertifikat',
  body: 'Lembaga sertifikasi',
  validUntil: 'Berlaku sampai',
  handedIn: 'Surat penyerahan',
  anniversary: 'Untuk tanggal jatuh tempo',
  minutes: 'Berita acara pemantauan',
  agreedByBoth: 'Disepakati kedua pihak',
  changedOn: 'Tanggal perubahan',
  what: 'Yang berubah',
  notice: 'Surat pemberitahuan',
  save: 'Simpan',
  holidays: 'Hari libur',
  holidaysLead:
    'Batas waktu dihitung dari berkas ini. Berkas baru menggantikan yang lama; semua batas ikut bergeser.',
  year: 'Tahun',
  source: 'Dasar hukum',
  days: 'Hari libur dan cuti bersama',
  daysOf: '{{holidays}} + {{leave}}',
  from: 'Asal',
  shipped: 'Bawaan program',
  installedBy: 'Berkas ke-{{version}}, {{name}}, {{moment}}',
  install: 'Pasang berkas hari libur',
  installed:
    'Hari libur {{year}} diperbarui: {{added}} hari ditambahkan, {{removed}} hari dihapus. Semua batas waktu dihitung ulang.',
  dueBefore: 'Bergeser: sebelumnya {{day}}.',
  moved: {
    some: 'Batas waktu yang bergeser:',
    none: 'Tidak ada batas waktu yang bergeser.',
    one: '{{duty}}: {{before}} menjadi {{now}}',
  },
  week: {
    title: 'Hari kerja kantor',
    lead: 'Batas waktu dalam hari kerja dihitung dengan hari kerja kantor. Unit yang melayani masyarakat dapat dikecualikan dari lima hari kerja (Perpres 21/2023 Pasal 7).',
    from: 'Berlaku mulai',
    until: 'Sebelum itu',
    days: 'Hari kerja',
    leave: 'Cuti bersama',
    MON_FRI: 'Senin–Jumat',
    MON_SAT: 'Senin–Sabtu',
    leaveWorks: 'Hari kerja',
    leaveFree: 'Libur',
    leaveTick: 'Kantor melayani pada cuti bersama',
    usualSource: 'Perpres 21/2023 Pasal 3 dan Pasal 6',
    sourceHint: 'Keputusan yang menetapkan hari kerja unit ini: nomor dan tanggal.',
    replaced: 'diganti',
    set: 'Tetapkan hari kerja',
    earliest: 'Paling awal {{day}}',
    consequence:
      'Batas waktu mulai hari itu dihitung ulang. Yang jatuh sebelum hari itu tetap, begitu pula laporan yang sudah dibekukan.',
    done: 'Hari kerja kantor ditetapkan mulai {{from}}.',
  },
  unchanged: 'Berkas itu sama dengan yang sudah digunakan.',
  more: '{{n}} lagi di Agenda',
} as const;
