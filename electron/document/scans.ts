/**
 * Scans of signed papers. A picked file waits in memory until the act that needs it is carried out, and is kept for good in the same
 * transaction as that act; one that nobody uses is forgotten after an hour.
 */
import { createHash, randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type Acting, appFailure, type PickedScan, type ScanKind } from '../contract/index.ts';
import { type Clock, type Store, type StoreFailure, sealedTable } from '../store/index.ts';
import { type Media, mediaOfScan } from './scan-file.ts';

export interface Scans {
  /** Fails with one of SCAN_NOT_SUPPORTED, SCAN_TOO_LARGE, SCAN_TRUNCATED and SCAN_LOCKED. */
  pick(file: { readonly name: string; readonly bytes: Uint8Array }): Result<PickedScan>;
  /** Keeps a picked scan, in the caller's transaction. Fails with SCAN_REQUIRED when there is none under this id. */
  file(scanId: string, kind: ScanKind, acting: Acting): Result<void>;
  /** Hands a picked scan to another record, in the caller's transaction; it is forgotten here. Fails with SCAN_REQUIRED. */
  take(scanId: string): Result<KeptScan>;
  /** Kept for good. */
  has(scanId: string): Result<boolean>;
  /** Byte for byte as it was picked, or STORE_DAMAGED. */
  read(scanId: string): Result<KeptScan | undefined>;
}

export interface KeptScan {
  readonly name: string;
  readonly media: Media;
  readonly bytes: Uint8Array;
}

type ScanRow = {
  readonly scan_id: string;
  readonly kind: ScanKind;
  readonly name: string;
  readonly media: Media;
  readonly size: number;
  readonly sha256: string;
  readonly filed_by: string;
  readonly filed_at: number;
};

interface Pending {
  readonly picked: PickedScan;
  readonly media: Media;
  readonly content: Uint8Array;
  /** Takes the forgetting back. */
  readonly keep: () => void;
}

const PENDING_MS = 60 * 60_000;
/** More than any form asks for; a page that picks without end must not fill the memory. */
const MOST_PENDING = 8;

export function scans(store: Store, audit: AuditLog, clock: Clock): Scans {
  const table = sealedTable<ScanRow>(store.rowSeal, 'scan', ['scan_id'], {
    scan_id: 'text',
    kind: 'text',
    name: 'text',
    media: 'text',
    size: 'number',
    sha256: 'text',
    filed_by: 'text',
    filed_at: 'number',
  });
  const pending = new Map<string, Pending>();

  function forget(scanId: string): void {
    pending.get(scanId)?.keep();
    pending.delete(scanId);
  }

  return {
    pick({ name, bytes }) {
      const media = mediaOfScan(bytes);
      if (!media.ok) return media;
      const oldest = [...pending.keys()][0];
      if (oldest !== undefined && pending.size >= MOST_PENDING) forget(oldest);
      const picked: PickedScan = {
        scanId: randomUUID(),
        name: shownName(name),
        bytes: bytes.length,
        sha256: sha256Of(bytes),
      };
      const keep = clock.after(PENDING_MS, () => pending.delete(picked.scanId));
      pending.set(picked.scanId, { picked, media: media.value, content: Uint8Array.from(bytes), keep });
      return ok(picked);
    },

    file: (scanId, kind, acting) =>
      store.transaction((writer): Result<void, StoreFailure> => {
        const found = pending.get(scanId);
        // One paper is one file: a scan that was filed already does not prove a second paper.
        if (found === undefined || table.find(writer, scanId) !== undefined) {
          return failed(appFailure('SCAN_REQUIRED', 'scan'));
        }
        const { picked, media, content } = found;
        table.insert(writer, {
          scan_id: scanId,
          kind,
          name: picked.name,
          media,
          size: picked.bytes,
          sha256: picked.sha256,
          filed_by: acting.personId,
          filed_at: clock.now(),
        });
        writer.run('INSERT INTO scan_content (scan_id, content) VALUES (?, ?)', scanId, content);
        // Not before: an act that fails is tried again, with the scan that was picked for it.
        writer.afterCommit(() => forget(scanId));
        const event = { event: 'SCAN_FILED', scanId, kind, sha256: picked.sha256 } as const;
        const noted = audit.append({ actor: acting.personId, counter: acting.counter }, event);
        return noted.ok ? ok(undefined) : noted;
      }),

    take: (scanId) =>
      store.transaction((writer): Result<KeptScan> => {
        const found = pending.get(scanId);
        if (found === undefined) return failed(appFailure('SCAN_REQUIRED', 'scan'));
        writer.afterCommit(() => forget(scanId));
        return ok({ name: found.picked.name, media: found.media, bytes: found.content });
      }),

    has: (scanId) => store.read((reader) => table.find(reader, scanId) !== undefined),

    read(scanId) {
      const found = store.read((reader) => {
        const row = table.find(reader, scanId);
        const content = reader.get('SELECT content FROM scan_content WHERE scan_id = ?', scanId)?.content;
        return { row, content: content instanceof Uint8Array ? content : new Uint8Array() };
      });
      if (!found.ok) return found;
      const { row, content } = found.value;
      if (row === undefined) return ok(undefined);
      // The seal is over the checksum, not over megabytes.
      if (sha256Of(content) !== row.sha256) return failed(appFailure('STORE_DAMAGED', 'scan'));
      return ok({ name: row.name, media: row.media, bytes: content });
    },
  };
}

/** The last part of a path, without what does not print; a number as long as a NIK does not belong into a name. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/\p{C}/gu, '').replace(/\d{15,}/g, '…');
  return plain.slice(-120) || '–';
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
