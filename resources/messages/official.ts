/** Sentences the rules give word by word (domain Annex E): shown in Indonesian in either language. */
export const official = {
  /** */
  liability:
    'Akses Anda dicatat. Kebocoran data kependudukan menjadi tanggung jawab penuh instansi dan dapat dikenai sanksi administratif maupun pidana.',
  /** */
  sanction:
    'Akses atau penyebarluasan data kependudukan tanpa hak dapat dipidana sesuai Undang-Undang Nomor 24 Tahun 2013.',
  /** */
  sharing:
    'Data kependudukan tidak boleh diberikan kepada pihak lain (Zero Sharing Policy), termasuk setelah kerja sama berakhir. Sidik jari hanya dicocokkan di perangkat pembaca dan tidak disimpan.',
} as const;
