/** Each paper against the sentences, titles and columns that section 5 of the domain prescribes to the letter. */
import { expect, test } from 'vitest';
import type { PaperKind } from '../contract/index.ts';
import { composePaper } from './index.ts';
import { samplePapers } from './papers.test-support.ts';
import { plainText } from './plain-text.test-support.ts';

const dasar =
  'Perjanjian Kerja Sama Nomor 400.12/0001/CONTOH/2026 dan Nomor 470.1/0007/CONTOH/2026 tanggal 2 Maret 2026';
const throughTheDinas = [
  'Yth. Direktur Jenderal Kependudukan dan Pencatatan Sipil\nKementerian Dalam Negeri\nmelalui Kepala Dinas Kependudukan',
];
const formHead = [
  '[FORMULIR]\n[INTERNAL – Akses Dibatasi Hanya Untuk Internal]',
  'No. Dokumen: FR.01-SOP-08/DITJEN-DUKCAPIL\nRevisi: 01\nTanggal Berlaku: ',
  '[Meterai Rp10.000]',
];
const inventory =
  'No | Nomor seri kartu SAM | Nomor permohonan SIFILMA | Merek/tipe perangkat | Nomor seri perangkat | Lokasi/loket | Tanggal aktivasi | Tanggal nonaktif | Berkas konfigurasi (SHA-256, 12 karakter pertama) | Kondisi (baik/rusak/hilang) | Keterangan';
const sanctions = 'sebagaimana diatur dalam Undang-Undang Nomor 24 Tahun 2013';

const prescribed: Partial<Readonly<Record<PaperKind, readonly string[]>>> = {
  // 5.1
  BAST_SAM_RETURN: [
    'BERITA ACARA SERAH TERIMA\nPENGEMBALIAN KARTU SECURE ACCESS MODULE (SAM) DAN PENONAKTIFAN\nPERANGKAT PEMBACA KTP-el\nNomor: 400.12/0031/CONTOH/2028',
    'Pada hari ini, Selasa, tanggal empat belas bulan Maret tahun dua ribu dua puluh delapan (14-03-2028), bertempat di Tirta Contoh,\u0020',
    'kami yang bertanda tangan di bawah ini:',
    'selaku yang menyerahkan, disebut PIHAK KESATU.',
    'selaku yang menerima, disebut PIHAK KEDUA.',
    `berdasarkan ${dasar} tentang PEMANFAATAN`,
    'serta Petunjuk Teknis Nomor 400.12/0002/CONTOH/2026, sehubungan dengan tidak diperpanjangnya',
    'menyatakan hal-hal sebagai berikut:',
    '1. PIHAK KESATU menyerahkan dan PIHAK KEDUA menerima 2 (dua) kartu SAM sebagaimana tercantum dalam lampiran',
    '2. PIHAK KESATU telah mengembalikan berkas konfigurasi (configuration file) kartu SAM berupa',
    'kartu SAM dinonaktifkan oleh Direktorat Jenderal Kependudukan dan Pencatatan Sipil',
    'milik PIHAK KESATU telah dinonaktifkan pada tanggal 3 Maret 2028 pukul 09.30 WIB',
    'dan tidak digunakan lagi untuk membaca KTP-el.',
    '4. PIHAK KESATU tidak menyimpan data kependudukan yang diakses dari Dinas Dukcapil/Ditjen Dukcapil dan tetap menjaga kerahasiaannya.',
    '5. Sejak penandatanganan berita acara ini, penguasaan fisik kartu SAM beralih kepada PIHAK KEDUA.',
    'Demikian Berita Acara Serah Terima ini dibuat dalam rangkap 3 (tiga) untuk dipergunakan sebagaimana mestinya.',
    'PIHAK KEDUA,\n(yang menerima)\n',
    'PIHAK KESATU,\n(yang menyerahkan)\n',
    'Saksi-saksi:\n\n1. Auditor Inspektorat\n\nMISAL LESTARI\n\n2. Petugas TI',
    'Mengetahui,',
    'Paraf PIHAK KESATU ........ / Paraf PIHAK KEDUA ........',
    // 5.9
    'Nomor: 400.12/0031/CONTOH/2028\nTanggal: 14 Maret 2028\n\n[titik periksa] KTK2 …\n\nDAFTAR KARTU SAM DAN PERANGKAT PEMBACA KTP-el',
    inventory,
    'Jumlah: 3 (tiga) kartu SAM dan 3 (tiga) perangkat',
  ],
  SAM_INVENTORY: ['DAFTAR KARTU SAM DAN PERANGKAT PEMBACA KTP-el', inventory],
  // 5.2
  USER_ID_BAST: [
    '[RAHASIA]',
    'selaku yang menyerahkan, disebut PIHAK KESATU.',
    'Berdasarkan surat permohonan Nomor 400.12/0123/CONTOH/2026 tanggal 2 November 2026 dan Perjanjian Kerja Sama',
    'No | User ID lama | User ID baru | Pengguna | Metode akses | Tanggal aktif | Keterangan',
    'User ID lama tidak aktif',
    'Password diserahkan dalam sampul tertutup atau melalui saluran terpisah',
    'pada pemakaian pertama',
    'dalam rangkap 2 (dua)',
  ],
  USER_ID_FORM: [
    '[RAHASIA]',
    '1.  NIK: ',
    '2.  Nama lengkap: ',
    '3.  Nomor identitas kepegawaian: ',
    '4.  Status kepegawaian: ',
    '5.  Jabatan: ',
    '6.  Kode wilayah kantor: ',
    '7.  Nama dan alamat kantor: ',
    'Alasan: ganti',
  ],
  // 5.3
  SAM_REQUEST_LETTER: [
    'Nomor: 400.12/0126/CONTOH/2026\nSifat: Penting\nLampiran: 1 (satu) berkas\nHal: Permohonan Personalisasi dan Aktivasi Kartu SAM',
    ...throughTheDinas,
    `Berdasarkan ${dasar}`,
    '3 (tiga) kartu Secure Access Module (SAM) untuk 3 (tiga) perangkat pembaca KTP-el (Card Reader)',
    'kartu SAM hanya digunakan selama Perjanjian Kerja Sama berlaku;',
    'data balikan disampaikan untuk setiap pemanfaatan;',
    'dikembalikan pada saat Perjanjian Kerja Sama berakhir.',
    'Tembusan:\n1. Gubernur Nusa Contoh\n2. Inspektorat Nusa Contoh',
    inventory.split(' | ').slice(0, 7).join(' | '),
    'dokumen pembelian perangkat pembaca KTP-el;',
  ],
  // 5.4
  EXTENSION_LETTER: [
    'Hal: Permohonan Perpanjangan Perjanjian Kerja Sama Pemanfaatan Data Kependudukan',
    ...throughTheDinas,
    'yang berakhir pada tanggal 2 Maret 2028 dan surat persetujuan Nomor 400.12/0655/CONTOH/2026 tanggal 16 Februari 2026,',
    '1. salinan Perjanjian Kerja Sama dan Petunjuk Teknis;\n2. sertifikat ISO/IEC 27001;\n3. dua laporan semester terakhir;\n4. SPTJM perpanjangan;\n5. daftar operator;\n6. konsep adendum.',
    'DAFTAR OPERATOR',
  ],
  // 5.10, R-003
  CHANGE_LETTER: [
    'Hal: Permohonan Perubahan Bandwidth',
    ...throughTheDinas,
    'KAJIAN TEKNIS',
    'Kebutuhan layanan: ',
    'Sistem dan jaringan: ',
    'Keamanan informasi: ',
    'Kesimpulan: ',
  ],
  STAFF_LETTER: ['No | Nama | NIP | Status kepegawaian | Jabatan', 'Pengelola hak akses,'],
  // 5.5
  SEMESTER_REPORT: [
    'Hal: Laporan Pemanfaatan Nomor Induk Kependudukan, Data Kependudukan dan KTP-el Semester II Tahun 2026',
    'Periode: Semester II Tahun 2026, 1 Juli s.d. 31 Desember 2026',
    'Tabel 1 – Akses per bulan',
    'Bulan | Hari layanan | Pengecekan NIK (hit) | Data ditemukan | Meninggal | Ganda | Tidak terdapat | Nonaktif | Format | Gagal login | Kuota habis | Instansi/User ID nonaktif | Kegagalan teknis | % dari kuota tertinggi harian',
    'Tabel 2 – Perangkat pembaca KTP-el',
    'Perangkat | SAM | Lokasi | Status | Jumlah pembacaan | Verifikasi sidik jari berhasil | Verifikasi sidik jari gagal | Verifikasi manual | Data disimpan dengan persetujuan | Persetujuan ditolak | Ditarik',
    'Tabel 3 – Hasil pemanfaatan per jenis layanan/bantuan',
    'Jenis layanan/bantuan | Kunjungan | Sesuai | Tidak sesuai | Dilayani | Tidak dilayani | Identitas (KTP-el/IKD)',
    'Tabel 4 – Data balikan',
    'Bulan | Wajib dikirim | Terkirim | Diterima | Ditolak | Tertunda | % | Akses tanpa layanan | Alasan',
    'Tabel 5 – Pengguna',
    'Tabel 6 – Keamanan',
    '1.250',
    '98,5%',
    'Tembusan:\n1. Direktur Jenderal Kependudukan dan Pencatatan Sipil\n2. Gubernur Nusa Contoh',
  ],
  // 5.7
  SPTJM_AWAL: [
    ...formHead,
    'SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK (SPTJM)',
    'kerahasiaan, keutuhan, keamanan, dan kebenaran data kependudukan nasional',
    'pada jaringan tertutup, serta tidak menyimpan data tersebut, sesuai dengan Peraturan Menteri Dalam Negeri Nomor 102 Tahun 2019',
    'Peraturan Menteri Dalam Negeri Nomor 17 Tahun 2023',
    'data kependudukan, Application Programming Interface (API) dan portal, alamat IP LAN, serta User ID',
    `sanksi administratif dan sanksi pidana ${sanctions}`,
    'Segala penyimpangan terhadap Perjanjian Kerja Sama, Petunjuk Teknis, dan hasil Proof of Concept (PoC)',
    'merupakan tanggung jawab mutlak Dinas Pangan dan Perkebunan',
    'lampirkan salinan KTP',
  ],
  SPTJM_PERPANJANGAN: [
    ...formHead,
    'surat Nomor 400.12/0123/CONTOH/2026 tanggal 2 November 2026 hal Permohonan Perpanjangan',
    '(Zero Sharing Policy)',
    'Petunjuk Teknis yang sedang berjalan',
    'berlaku sampai dengan ditandatanganinya adendum',
  ],
  // 5.8, R-121, R-124
  NDA: [
    ...formHead,
    'SURAT PERNYATAAN MENJAGA KERAHASIAAN INFORMASI\n(NON-DISCLOSURE AGREEMENT/NDA)',
    'tanpa izin tertulis dari Direktorat Jenderal Kependudukan dan Pencatatan Sipil, baik selama maupun setelah',
    'tanpa batas waktu',
    'data kependudukan, setiap informasi bertanda “Rahasia” atau “Internal”, akses VPN, alamat IP server, serta akun dan kata sandi server, basis data, dan aplikasi pengecekan data.',
    'bahan tertulis, grafis, dan fisik',
    'Akses saya dicatat. Kebocoran data kependudukan menjadi tanggung jawab penuh instansi dan dapat dikenai sanksi administratif maupun pidana.',
    sanctions,
  ],
};

const cases = Object.entries(prescribed).map(([kind, clauses]) => [kind as PaperKind, clauses] as const);

test.each(cases)('%s says what the domain prescribes', (kind, clauses) => {
  const text = plainText(composePaper(samplePapers[kind]));
  expect(clauses.filter((clause) => !text.includes(clause))).toEqual([]);
});

test('a nil report says so in the prescribed sentence', () => {
  const fields = samplePapers.SEMESTER_REPORT;
  const nil = { ...fields.report, access: [], readers: [], services: [], balikan: [] };
  const sentence = 'Selama periode ini tidak terdapat pemanfaatan hak akses.';
  expect(plainText(composePaper(fields))).not.toContain(sentence);
  expect(plainText(composePaper({ ...fields, report: nil }))).toContain(sentence);
});

test('a read without a device on record has its line, and makes a report that is not nil', () => {
  const fields = samplePapers.SEMESTER_REPORT;
  const [device] = fields.report.readers;
  if (device === undefined) throw new Error('no device in the sample');
  const nobody = { ...fields.report, access: [], services: [], balikan: [] };
  const readers = [{ ...device, reader: null, sam: '–', place: 'Loket 2', status: '–', reads: 1 }];
  const text = plainText(composePaper({ ...fields, report: { ...nobody, readers } }));
  expect(text).toContain('Tanpa perangkat tercatat');
  expect(text).not.toContain('tidak terdapat pemanfaatan');
});
