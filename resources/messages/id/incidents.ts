/** Words of incidents, in Indonesian. */
export const incidents = {
  lead: 'Insiden keamanan, batas 3 x 24 jam untuk pemberitahuan, dan siapa yang sudah diberi tahu.',
  empty: 'Belum ada insiden.',
  kinds: {
    LEAK: 'Kebocoran data',
    MALWARE: 'Perangkat lunak perusak',
    INTRUSION: 'Peretasan',
    LOST_DEVICE: 'Perangkat hilang',
    MISUSE: 'Penyalahgunaan akses',
    OTHER: 'Lainnya',
  },
  recipients: {
    DUKCAPIL: 'Dinas Dukcapil',
    AUTHORITY: 'Lembaga pelindungan data pribadi',
    PERSONS: 'Subjek data',
  },
  acts: {
    REPORT: 'Laporkan insiden',
    DESCRIBE: 'Lengkapi laporan',
    CONFIRM_BREACH: 'Nyatakan kegagalan pelindungan data',
    RECORD_NOTICE: 'Catat pemberitahuan',
    CLOSE: 'Tutup insiden',
  },
  consequence: {
    REPORT: 'Insiden tercatat. Bila akses harus dihentikan, gunakan Hentikan akses pada insiden ini.',
    DESCRIBE:
      'Jenis, kejadian, dan hari terdampak melengkapi insiden ini; dari hari itu dihitung siapa yang diberi tahu. Hanya satu kali.',
    CONFIRM_BREACH:
      'Sejak sekarang berjalan 3 x 24 jam untuk memberi tahu Dukcapil, lembaga, dan subjek data. Tidak dapat dibatalkan.',
    RECORD_NOTICE: 'Pemberitahuan yang sudah dikirim dicatat.',
    CLOSE: 'Insiden ditutup; catatannya tetap tersimpan.',
  },
  kind: 'Jenis',
  number: 'Nomor insiden',
  what: 'Apa yang terjadi',
  whatHint: 'Tanpa NIK atau nama penduduk.',
  knownOn: 'Diketahui tanggal',
  from: 'Hari terdampak, dari',
  to: 'sampai',
  recipient: 'Kepada',
  letter: 'Surat pemberitahuan',
  closing: 'Tindakan dan hasil',
  clock: 'Batas pemberitahuan kegagalan pelindungan data: {{waktu}}.',
  undescribed: 'Hari terdampak belum ditetapkan; sementara dihitung hari insiden ini dimulai.',
  affected:
    '{{n}} orang dilayani atau diperiksa pada {{from}} s.d. {{to}} (dihitung dari sidik NIK, tanpa nama).',
  reachable:
    'Dari mereka {{n}} orang meninggalkan data KTP-el dengan persetujuan dan dapat disurati (Data tersimpan).',
  card: 'Kartu SAM {{name}}',
  stopped: 'Akses dihentikan {{at}} oleh {{name}}; masih berlaku.',
  lifted: 'Akses dihentikan {{at}} oleh {{name}}, dibuka kembali {{lifted}} ({{reference}}).',
  closed: 'Ditutup {{at}}: {{closing}}',
  told: '{{recipient}}: {{number}}',
  reported: 'Dilaporkan {{at}} oleh {{name}}',
  lettersLead:
    'Surat pemberitahuan. Waktu, batas, dan jumlah orang diambil dari insiden ini; nama tidak dicantumkan.',
} as const;
