/** Words of what can be done with an agreement, in Indonesian: its name, what it brings about, and what is asked. */
export const acts = {
  title: 'Yang dapat dilakukan',
  none: 'Tidak ada yang dapat Anda lakukan pada perjanjian ini sekarang.',
  DRAFT: {
    title: 'Ubah rancangan',
    consequence: 'Rancangan dapat diubah bebas sampai diusulkan. Belum ada yang berlaku.',
    yes: 'Ubah',
  },
  DISCARD_DRAFT: {
    title: 'Hapus rancangan',
    consequence: 'Rancangan dan usulannya dihapus dan tidak dapat dikembalikan.',
    yes: 'Hapus',
  },
  PROPOSE_SIGNING: {
    title: 'Usulkan penandatanganan',
    consequence:
      'Rancangan dan pindaian naskah dikirim kepada orang kedua. Isi perjanjian terkunci setelah disetujui.',
    yes: 'Usulkan',
  },
  ACTIVATE: {
    title: 'Aktifkan perjanjian',
    consequence: 'Sejak saat ini loket dapat membaca KTP-el dan mengecek data menurut perjanjian ini.',
    yes: 'Aktifkan',
  },
  RECORD_USER_ID: {
    title: 'Catat surat User ID',
    consequence: 'Surat penyerahan User ID dari Dukcapil tercatat pada daftar periksa aktivasi.',
    yes: 'Catat',
  },
  REQUEST_EXTENSION: {
    title: 'Catat pengajuan perpanjangan',
    consequence:
      'Permohonan perpanjangan ditujukan kepada Dirjen Dukcapil melalui Dinas Dukcapil. Perpanjangan tercatat sebagai diajukan. Akses tetap berhenti pada hari terakhir bila belum ada adendum atau surat masa peralihan.',
    yes: 'Catat',
  },
  REFUSE_EXTENSION: {
    title: 'Catat perpanjangan tidak disetujui',
    consequence: 'Perjanjian kembali ke masa perpanjangan dan berakhir pada hari terakhirnya.',
    yes: 'Catat',
  },
  PROPOSE_VERSION: {
    title: 'Ajukan perubahan (adendum)',
    consequence: 'Perubahan baru berlaku setelah orang kedua menyetujuinya. Versi lama tetap tersimpan.',
    yes: 'Ajukan',
  },
  BRIDGE: {
    title: 'Catat surat masa peralihan',
    consequence:
      'Akses berlanjut sampai tanggal pada surat Dukcapil, melalui portal saja; kartu SAM hanya bila disebut dalam surat.',
    yes: 'Catat',
  },
  SUSPEND: {
    title: 'Tangguhkan perjanjian',
    consequence:
      'Semua pengecekan dan pembacaan KTP-el berhenti sampai dipulihkan oleh penanggung jawab hak akses.',
    yes: 'Tangguhkan',
  },
  RESUME: {
    title: 'Pulihkan perjanjian',
    consequence: 'Pengecekan dan pembacaan KTP-el dapat dilakukan lagi sejak saat ini.',
    yes: 'Pulihkan',
  },
  TERMINATE: {
    title: 'Akhiri perjanjian',
    consequence:
      'Akses berhenti, hak akses semua operator dicabut, dan perjanjian tidak dapat dibuka kembali.',
    yes: 'Akhiri perjanjian',
  },
  NOTE: {
    title: 'Tambah catatan',
    consequence:
      'Keadaan memaksa atau perselisihan dicatat pada riwayat, tanpa mengubah apa pun. Perubahan pelaksanaan memerlukan persetujuan PARA PIHAK.',
    yes: 'Catat',
  },
  SETTLE_END_ITEM: {
    title: 'Catat selesai',
    consequence: 'Butir ini tercatat selesai pada daftar periksa akhir kerja sama.',
    yes: 'Catat selesai',
  },
  CLOSE: {
    title: 'Tutup perjanjian',
    consequence: 'Perjanjian menjadi arsip yang hanya dapat dibaca; rahasia sambungannya dihapus.',
    yes: 'Tutup perjanjian',
  },
  CHOOSE: {
    title: 'Pakai pada loket ini',
    consequence: 'Sejak saat ini loket ini melayani menurut perjanjian ini.',
    yes: 'Pakai',
  },
  stopsOn: 'Mulai {{date}} semua pengecekan dan pembacaan KTP-el berhenti.',
  stopsNow: 'Mulai sekarang semua pengecekan dan pembacaan KTP-el berhenti.',
  accessUntil: 'Akses berlanjut sampai akhir {{date}}.',
  fields: {
    weekday: 'Hari penandatanganan',
    weekdayHint: 'Seperti tertulis pada naskah. Dicocokkan dengan tanggal {{date}}.',
    place: 'Tempat penandatanganan',
    agreementScan: 'Pindaian naskah yang ditandatangani',
    noApprovalLetterReason: 'Alasan tidak ada surat persetujuan',
    noApprovalLetterHint: 'Rancangan ini tidak menyebut surat persetujuan Ditjen Dukcapil.',
    letterOfDukcapil: 'Surat Dukcapil',
    letterToDirjen: 'Surat permohonan',
    letterToDirjenHint: 'Ditujukan kepada Dirjen Dukcapil melalui Dinas Dukcapil.',
    lateReason: 'Alasan terlambat',
    lateHint: 'Hanya bila batas pengajuan ({{date}}) sudah lewat.',
    until: 'Akses sampai dengan',
    bridgeScan: 'Pindaian surat masa peralihan',
    sptjmScan: 'Pindaian SPTJM perpanjangan',
    namesSam: 'Surat menyebut kartu SAM',
    namesSamNote: 'Tanpa itu pembacaan KTP-el berhenti pada hari terakhir perjanjian.',
    cause: 'Penyebab',
    reason: 'Keterangan',
    letter: 'Surat',
    effectiveOn: 'Mulai tanggal',
    effectiveHint: 'Kosong: mulai sekarang. Isi bila perubahan berlaku pada tanggal lain.',
    reference: 'Surat rujukan',
    referenceHint: 'Yang menyatakan bahwa penyebabnya telah selesai.',
    note: 'Catatan',
    settledNote: 'Bagaimana diselesaikan',
    settledHint: 'Nomor surat, tanggal, atau penjelasan singkat.',
  },
  weekdays: {
    Senin: 'Senin',
    Selasa: 'Selasa',
    Rabu: 'Rabu',
    Kamis: 'Kamis',
    Jumat: 'Jumat',
    Sabtu: 'Sabtu',
    Minggu: 'Minggu',
  },
} as const;
