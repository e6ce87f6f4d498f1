/** Words of the emergency stop, in Indonesian. */
export const emergency = {
  stop: 'Hentikan akses',
  title: 'Hentikan akses karena insiden',
  consequence:
    'Berlaku seketika pada komputer ini dan tetap berlaku setelah komputer dinyalakan ulang, sampai penanggung jawab hak akses mencabutnya.',
  happens: 'Yang terjadi sekarang',
  effects: {
    inquiries: 'Semua pengecekan ke Dukcapil berhenti, juga yang sedang berjalan.',
    reads: 'KTP-el tidak dapat dibaca.',
    outgoing: 'Data balikan tidak dikirim; tetap tersimpan dan menunggu.',
    record: 'Siapa yang menghentikan, kapan, dan mengapa tercatat pada jejak audit.',
  },
  reference: 'Nomor insiden',
  referenceHint: 'Tampil pada semua layar. Tanpa NIK.',
  reason: 'Apa yang terjadi',
  yes: 'Hentikan sekarang',
  standing: 'Penghentian darurat berlaku',
  lift: 'Cabut penghentian',
  liftConsequence: 'Pengecekan, pembacaan KTP-el, dan pengiriman data balikan dapat dilakukan lagi seketika.',
  liftReference: 'Nomor rujukan pencabutan',
  liftHint: 'Surat atau berita acara yang menyatakan insiden telah ditangani.',
  who: 'Hanya penanggung jawab hak akses yang dapat mencabutnya.',
  incident: 'Lihat insiden',
} as const;
