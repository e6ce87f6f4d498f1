/** Words of the set-up checklist, in Indonesian. */
export const setup = {
  lead: 'Dari komputer kosong sampai loket melayani. {{done}} dari {{all}} langkah selesai.',
  complete: 'Semua langkah selesai. Loket siap melayani.',
  progress: 'Kemajuan persiapan',
  next: 'Langkah berikutnya',
  nextMine: 'Langkah berikutnya, untuk Anda',
  alsoMine: 'Juga dapat Anda kerjakan',
  rest: 'Semua langkah',
  done: 'selesai',
  open: 'belum',
  whose: 'Dikerjakan oleh {{role}}',
  other: {
    signIn: '{{name}} masuk dengan nama masuk {{login}}.',
    noAccount: '{{name}} belum memiliki akun. Petugas TI memberi akun pada menu Orang.',
    nobody: 'Belum ada orang dengan peran {{role}}. Selesaikan dahulu langkah sebelumnya.',
    giveAccount: 'Beri akun kepada {{name}}',
  },
  go: 'Buka {{place}}',
  counterName: 'Beri nama loket',
  counterChange: 'Ubah nama loket',
  connectionAdd: 'Pasang sambungan',
  connectionAgain: 'Ganti sambungan',
  connections: 'Sambungan per perjanjian',
  connectionsLead:
    'Berkas sambungan diberikan Dinas Dukcapil untuk setiap perjanjian. Isinya disimpan tersandi dan tidak pernah ditampilkan.',
  installed: 'terpasang',
  missing: 'belum terpasang',
  installedNow: 'Sambungan terpasang. Sidik berkas {{hash}}.',
  counter: {
    title: 'Loket ini',
    consequence: 'Nama loket tampil pada layar dan catatan; tandanya masuk ke nomor registrasi layanan.',
    name: 'Nama loket',
    nameHint: 'Misalnya Loket 1',
    sign: 'Tanda loket',
    signHint: '1 sampai 6 huruf besar atau angka, misalnya L1. Harus berbeda di setiap loket.',
    signWrong: 'Tanda loket terdiri atas 1 sampai 6 huruf besar atau angka.',
    yes: 'Simpan',
  },
  steps: {
    KEYS: { title: 'Kunci penyimpanan dibuat', how: 'Kunci pemulihan tersimpan di brankas instansi.' },
    FIRST_OFFICER: { title: 'Akun petugas TI', how: 'Petugas TI dapat masuk dan menyiapkan loket.' },
    COUNTER: { title: 'Nama loket', how: 'Beri nama dan tanda untuk loket di komputer ini.' },
    HEAD: {
      title: 'Penanggung jawab hak akses',
      how: 'Tambahkan kepala instansi pada menu Orang, catat surat penetapannya, lalu beri akun.',
    },
    ACCESS_MANAGER: {
      title: 'Pengelola hak akses',
      how: 'Tambahkan satu pejabat tetap pada menu Orang, lalu tunjuk dengan surat. Petugas TI memberi akunnya.',
    },
    AGREEMENT_DRAFT: {
      title: 'Isi Perjanjian Kerja Sama',
      how: 'Buat rancangan pada menu PKS: dari berkas, dari contoh, atau dari formulir.',
    },
    AGREEMENT_SIGNED: {
      title: 'Penandatanganan disetujui orang kedua',
      how: 'Pengelola mengusulkan dengan pindaian naskah pada menu PKS; penanggung jawab menyetujui pada menu Persetujuan.',
    },
    CONNECTION: {
      title: 'Sambungan ke layanan Dukcapil',
      how: 'Pasang berkas sambungan dari Dinas Dukcapil. Berkas diperiksa sebelum menggantikan apa pun.',
    },
    OPERATORS: {
      title: 'Operator loket siap',
      how: 'Pada menu Orang: usulkan operator, catat NDA bermeterai, penanggung jawab menyetujui, lalu aktifkan.',
    },
    SPTJM: {
      title: 'SPTJM penanggung jawab',
      how: 'Pada menu Orang: catat SPTJM bermeterai beserta pindaiannya.',
    },
    AGREEMENT_ACTIVE: {
      title: 'Perjanjian diaktifkan',
      how: 'Pada menu PKS: bila daftar periksa lengkap, penanggung jawab mengaktifkan.',
    },
    AGREEMENT_CHOSEN: {
      title: 'Loket memakai perjanjian ini',
      how: 'Pada menu PKS: pilih perjanjian untuk loket ini.',
    },
    FIRST_VISIT: {
      title: 'Kunjungan pertama',
      how: 'Operator masuk, memilih layanan, lalu mulai melayani dari Beranda.',
    },
  },
} as const;
