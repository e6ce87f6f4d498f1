/** Failures of the way to the Dukcapil gateway: closed network, connection, certificate, answers that are none. */
import type { FailureCatalogue } from '../../../native/failure.ts';

export const gatewayFailures = {
  NOT_CLOSED_NETWORK: {
    link: 'network',
    retry: 'after-cure',
    cause: {
      id: 'Alamat layanan Dukcapil berada di luar jaringan tertutup yang terdaftar.',
      en: 'The address of the Dukcapil service lies outside the registered closed network.',
    },
    cure: {
      id: 'Pengecekan hanya dapat dilakukan melalui jaringan tertutup yang terdaftar. Periksa sambungan jaringan.',
      en: 'Inquiries may only run over the registered closed network. Check the network connection.',
    },
  },
  GATEWAY_REFUSED: {
    link: 'network',
    retry: 'now',
    cause: {
      id: 'Layanan Dukcapil tidak dapat dihubungi: sambungan ditolak. Data belum diperiksa.',
      en: 'The Dukcapil service cannot be reached: connection refused. The data was not checked.',
    },
    cure: {
      id: 'Periksa kabel jaringan dan perangkat jaringan tertutup, lalu coba lagi. Layanan dapat dilanjutkan sebagai belum terverifikasi.',
      en: 'Check the network cable and the closed-network device, then try again. Service may go on as unverified.',
    },
  },
  GATEWAY_UNREACHABLE: {
    link: 'network',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil tidak dapat dihubungi. Data belum diperiksa.',
      en: 'The Dukcapil service cannot be reached. The data was not checked.',
    },
    cure: {
      id: 'Periksa jaringan tertutup, lalu coba lagi nanti atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Check the closed network, then try again later or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_RESET: {
    link: 'network',
    retry: 'now',
    cause: {
      id: 'Sambungan ke layanan Dukcapil terputus sebelum jawaban diterima. Data belum diperiksa.',
      en: 'The connection to the Dukcapil service broke before an answer came. The data was not checked.',
    },
    cure: {
      id: 'Coba sekali lagi. Bila berulang, lanjutkan sebagai belum terverifikasi dan hubungi petugas TI.',
      en: 'Try once more. If it happens again, go on as unverified and call IT staff.',
    },
  },
  GATEWAY_TIMEOUT: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil tidak menjawab pada waktunya. Data belum diperiksa; kuota mungkin sudah terpakai.',
      en: 'The Dukcapil service did not answer in time. The data was not checked; the hit may have been counted.',
    },
    cure: {
      id: 'Tunggu sebentar lalu coba lagi, atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Wait a moment and try again, or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_CERTIFICATE: {
    link: 'gateway',
    retry: 'after-cure',
    cause: {
      id: 'Sertifikat layanan Dukcapil tidak sama dengan yang terdaftar. Tidak ada data yang dikirim.',
      en: 'The certificate of the Dukcapil service is not the registered one. Nothing was sent.',
    },
    cure: {
      id: 'Jangan lanjutkan. Petugas TI memastikan sertifikat baru kepada Dinas Dukcapil lalu memperbarui sidik jari sertifikat.',
      en: 'Do not go on. IT staff confirm the new certificate with the Dinas Dukcapil and update the pin.',
    },
  },
  GATEWAY_HTTP_ERROR: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Layanan Dukcapil sedang bermasalah. Data belum diperiksa.',
      en: 'The Dukcapil service is in trouble. The data was not checked.',
    },
    cure: {
      id: 'Coba lagi nanti atau lanjutkan dengan verifikasi manual; tandai sebagai belum terverifikasi.',
      en: 'Try again later, or go on with a manual check marked as unverified.',
    },
  },
  GATEWAY_NOT_JSON: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Jawaban layanan Dukcapil rusak atau terpotong. Data belum diperiksa.',
      en: 'The answer of the Dukcapil service is damaged or cut short. The data was not checked.',
    },
    cure: {
      id: 'Coba lagi. Bila berulang, lanjutkan sebagai belum terverifikasi dan laporkan kepada petugas TI.',
      en: 'Try again. If it happens again, go on as unverified and report it to IT staff.',
    },
  },
  GATEWAY_PROTOCOL: {
    link: 'gateway',
    retry: 'later',
    cause: {
      id: 'Jawaban layanan Dukcapil tidak sesuai bentuk yang dikenal. Data belum diperiksa.',
      en: 'The answer of the Dukcapil service has an unknown form. The data was not checked.',
    },
    cure: {
      id: 'Lanjutkan sebagai belum terverifikasi dan laporkan kepada petugas TI; bentuk jawaban mungkin telah berubah.',
      en: 'Go on as unverified and report it to IT staff; the form of the answers may have changed.',
    },
  },
  GATEWAY_UNGRANTED_ELEMENT: {
    link: 'gateway',
    retry: 'never',
    cause: {
      id: 'Layanan Dukcapil mengirim elemen data di luar hak akses. Elemen itu dibuang tanpa dibaca.',
      en: 'The Dukcapil service sent elements outside the grant. They were dropped unread.',
    },
    cure: {
      id: 'Pengelola hak akses melaporkannya kepada Dinas Dukcapil.',
      en: 'The access manager reports this to the Dinas Dukcapil.',
    },
  },
} as const satisfies FailureCatalogue<string>;
