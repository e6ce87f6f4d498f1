/** What keeps a paper from being composed, printed or kept. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const paperFailures = {
  PAPER_CHARACTER: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Dokumen memuat huruf yang tidak dapat dicetak: {huruf}, pada “{teks}”.',
      en: 'The paper has a character that cannot be printed: {huruf}, in “{teks}”.',
    },
    cure: {
      id: 'Tulis nama atau keterangan itu dengan huruf Latin, lalu cetak kembali.',
      en: 'Write that name or text in Latin letters, then print again.',
    },
  },
  PAPER_TEMPLATE_INVALID: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Templat dokumen {berkas} milik instansi tidak dapat dipakai.',
      en: 'The template {berkas} of the institution cannot be used.',
    },
    cure: {
      id: 'Betulkan berkas itu, atau pindahkan dari map templat agar templat bawaan dipakai.',
      en: 'Correct the file, or take it out of the folder of templates, so that the one of the program is used.',
    },
  },
  PAPER_NUMBER_REQUIRED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Konsep belum memiliki nomor surat.',
      en: 'The draft has no number yet.',
    },
    cure: {
      id: 'Isi nomor yang diberikan sekretariat, lalu lampirkan kembali.',
      en: 'Give the number that the secretariat gave, then attach it again.',
    },
  },
  PAPER_DATES: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Tanggal pada dokumen bertentangan: {daftar}.',
      en: 'Dates on the paper contradict each other: {daftar}.',
    },
    cure: {
      id: 'Betulkan tanggal dokumen atau tanggal surat yang dirujuknya.',
      en: 'Correct the day of the paper, or that of the letter it refers to.',
    },
  },
  PAPER_SIGNER_LEFT: {
    link: 'program',
    retry: 'never',
    cause: {
      id: 'Dokumen ini disusun untuk tanda tangan {nama}, yang tidak lagi menjabat sejak {tanggal}.',
      en: 'This paper was made for the hand of {nama}, who is no longer in office since {tanggal}.',
    },
    cure: {
      id: 'Buat ulang dokumen agar ditandatangani penanggung jawab yang sekarang.',
      en: 'Make the paper again, for the hand of the present head.',
    },
  },
  PAPER_EMPTY: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Catatan belum memuat satu pun yang harus tercantum pada dokumen ini.',
      en: 'The books hold nothing yet of what this paper has to list.',
    },
    cure: {
      id: 'Catat kartu SAM, petugas, atau kejadiannya terlebih dahulu, lalu cetak kembali.',
      en: 'Record the SAM card, the officer or the event first, then print again.',
    },
  },
  PAPER_PROCESS_DIED: {
    link: 'program',
    retry: 'now',
    cause: {
      id: 'Pembuatan dokumen terhenti karena gangguan program. Tidak ada yang disimpan.',
      en: 'Part of the program failed while it made the paper. Nothing was kept.',
    },
    cure: {
      id: 'Ulangi. Bila berulang, hubungi petugas TI.',
      en: 'Do it again. If it recurs, call IT staff.',
    },
  },
  PRINTER_GONE: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Printer {printer} tidak ada atau tidak lagi terhubung dengan komputer ini. Surat tersimpan dan belum dicetak.',
      en: 'There is no printer {printer} at this computer, or no longer. The paper is kept and not printed.',
    },
    cure: {
      id: 'Nyalakan dan sambungkan printer itu atau pilih printer lain, lalu cetak kembali; atau simpan PDF.',
      en: 'Switch the printer on and connect it, or choose another, then print again; or save the PDF.',
    },
  },
  PAPER_NOT_PRINTED: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Printer tidak menerima dokumen ({printer}). Surat tersimpan dan belum dicetak.',
      en: 'The printer does not take the paper ({printer}). It is kept and not printed.',
    },
    cure: {
      id: 'Periksa printer dan layanan cetak komputer ini, lalu cetak kembali dari daftar surat; atau simpan PDF.',
      en: 'Check the printer and the print service of this computer, then print again from the list of papers; or save the PDF.',
    },
  },
  PAPER_NOT_WRITTEN: {
    link: 'program',
    retry: 'after-cure',
    cause: {
      id: 'Dokumen tidak dapat ditulis ke tempat yang dipilih.',
      en: 'The paper cannot be written to the place that was chosen.',
    },
    cure: {
      id: 'Pilih map lain atau kosongkan ruang penyimpanan, lalu simpan kembali.',
      en: 'Choose another folder or free some space, then save again.',
    },
  },
} as const satisfies FailureCatalogue<string>;
