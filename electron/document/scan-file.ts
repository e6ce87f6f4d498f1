/** What a picked scan is, by its bytes and not by its name; and whether it came whole and can be opened again years later. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

export type Media = 'application/pdf' | 'image/png' | 'image/jpeg';

const LARGEST = 10 * 1024 * 1024;
/** Programs write a little behind the end; nobody writes more than this. */
const TAIL = 2048;

interface Kind {
  readonly media: Media;
  readonly beginning: readonly number[];
  /** A copy that broke off has no end. */
  readonly hasEnd: (bytes: Buffer) => boolean;
}

const kinds: readonly Kind[] = [
  {
    media: 'application/pdf',
    beginning: [...Buffer.from('%PDF-', 'latin1')],
    hasEnd: (bytes) => bytes.subarray(-TAIL).includes('%%EOF'),
  },
  {
    media: 'image/png',
    beginning: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    hasEnd: (bytes) => bytes.subarray(-TAIL).includes('IEND'),
  },
  {
    media: 'image/jpeg',
    beginning: [0xff, 0xd8, 0xff],
    // A telephone may hang a film on the picture; the thumbnail near the beginning has an end of its own.
    hasEnd: (bytes) => bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) >= bytes.length / 2,
  },
];

/** Fails with SCAN_NOT_SUPPORTED, SCAN_TOO_LARGE, SCAN_TRUNCATED or SCAN_LOCKED. */
export function mediaOfScan(content: Uint8Array): Result<Media> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length > LARGEST) return refused('SCAN_TOO_LARGE', `${bytes.length} bytes, at most ${LARGEST}`);
  const kind = kinds.find(({ beginning }) => beginning.every((byte, at) => bytes[at] === byte));
  if (kind === undefined)
    return refused('SCAN_NOT_SUPPORTED', bytes.length === 0 ? 'empty' : 'neither PDF, PNG nor JPEG');
  if (!kind.hasEnd(bytes)) return refused('SCAN_TRUNCATED', `no end of ${kind.media}`);
  if (kind.media === 'application/pdf' && isLocked(bytes)) return refused('SCAN_LOCKED', 'encrypted');
  return ok(kind.media);
}

/** The dictionary that says how a PDF is enciphered is itself in the clear (ISO 32000-1 §7.6.1). */
function isLocked(bytes: Buffer): boolean {
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1'));
}

function refused(
  code: 'SCAN_NOT_SUPPORTED' | 'SCAN_TOO_LARGE' | 'SCAN_TRUNCATED' | 'SCAN_LOCKED',
  detail: string,
): Result<never> {
  return failed(appFailure(code, 'scan', detail));
}
