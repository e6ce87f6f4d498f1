/** The two body shapes of data balikan that public programs show (gateway fact sheet 5.2, 5.3): a JSON batch and a multipart form. */
import type { BalikanContent, BalikanEndpoint } from '../contract/index.ts';

export interface EncodedBody {
  readonly contentType: string;
  /** UTF-8; whoever sends it zeroes it. */
  readonly body: Buffer;
}

/** Body B: `[{ id_lembaga, nama_lembaga, data: [{ NIK, param: [{…}] }, …] }]`. All values are strings. */
export function jsonBatch(endpoint: BalikanEndpoint, contents: readonly BalikanContent[]): EncodedBody {
  const batch = [
    {
      id_lembaga: endpoint.idLembaga,
      nama_lembaga: endpoint.namaLembaga,
      data: contents.map(({ nik, param }) => ({ NIK: nik, param: [param] })),
    },
  ];
  return { contentType: 'application/json', body: Buffer.from(JSON.stringify(batch), 'utf8') };
}

/**
 * Body A: form fields `nik`, `id_lembaga`, `nama_lembaga` and `param`, the last being the JSON text of an array.
 * @param boundary must occur in no value; sixteen random bytes in hex do not.
 */
function multipart(endpoint: BalikanEndpoint, { nik, param }: BalikanContent, boundary: string): EncodedBody {
  const fields = {
    nik,
    id_lembaga: endpoint.idLembaga,
    nama_lembaga: endpoint.namaLembaga,
    param: JSON.stringify([param]),
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'utf8'),
  };
}

export function encodeBody(
  endpoint: BalikanEndpoint,
  content: BalikanContent,
  boundary: string,
): EncodedBody {
  return endpoint.shape === 'JSON_BATCH'
    ? jsonBatch(endpoint, [content])
    : multipart(endpoint, content, boundary);
}
