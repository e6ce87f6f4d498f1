/** The append-only log: every entry hashes the one before, so that a changed or missing entry breaks the chain behind it. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditRow, appFailure } from '../contract/index.ts';
import type { KeyPair } from '../sealing/index.ts';
import type { Clock, Reader, SqlRow, SqlValue, Store, StoreFailure, Writer } from '../store/index.ts';
import { type Checkpoint, canonicalBody, entryHash, GENESIS, signCheckpoint } from './chain.ts';
import { type AuditContext, type AuditEvent, type AuditValue, assertImpersonal } from './event.ts';

export interface AuditHead {
  readonly count: number;
  /** 64 hex digits. */
  readonly headHash: string;
}

/** `brokenAt`: the first entry whose number, body or hash does not follow from the one before. */
export type Verification = AuditHead & { readonly brokenAt?: number };

export interface AuditLog {
  /** Durable when it answers; inside a transaction it is part of it. Gives the entry's number. */
  append(context: AuditContext, event: AuditEvent): Result<number, StoreFailure>;
  /** Newest first. */
  list(limit: number): Result<readonly AuditRow[], StoreFailure>;
  head(): Result<AuditHead, StoreFailure>;
  verify(): Result<Verification, StoreFailure>;
  /** Writes the whole log as JSON Lines (format in `chain.ts`) to a new file. */
  exportTo(path: string): Result<AuditHead, StoreFailure>;
  /** Signs how long the log is and how it ends, and notes that in the log itself. */
  checkpoint(context: AuditContext): Result<Checkpoint, StoreFailure>;
}

interface Entry {
  readonly seq: number;
  /** As it lies on the disk: only a right hash says that it is our UTF-8 JSON. */
  readonly body: Uint8Array;
  readonly hash: Uint8Array;
}

const PAGE = 500;
const entryColumns = 'seq, CAST(body AS BLOB) AS body, CAST(hash AS BLOB) AS hash';

export function auditLog(store: Store, clock: Clock, installationId: string, signer: KeyPair): AuditLog {
  const tail = tailOfLog();

  function append(context: AuditContext, event: AuditEvent): Result<number, StoreFailure> {
    return store.transaction((writer) => {
      const last = tail.within(writer);
      const seq = (last?.seq ?? 0) + 1;
      const at = clock.now();
      const all: Record<string, AuditValue | undefined> = {};
      // Not spread: with this many members that takes ten times as long.
      const fields = present(Object.assign(all, event, context, { seq, at }));
      assertImpersonal(fields);
      const body = canonicalBody(fields);
      const hash = entryHash(last?.hash ?? GENESIS, Buffer.from(body, 'utf8'));
      writer.run('INSERT INTO audit (seq, body, hash) VALUES (?, ?, ?)', seq, body, hash);
      tail.grew(writer, { seq, hash });
      return ok(seq);
    });
  }

  function head(): Result<AuditHead, StoreFailure> {
    return store.read((reader) => headOf(lastEntry(reader)));
  }

  /** Visits every entry in order, a page at a time, until one does not follow from the one before. */
  function walk(visit: (entry: Entry) => void): Result<Verification, StoreFailure> {
    return store.read((reader) => {
      let last: Entry = { seq: 0, body: GENESIS, hash: GENESIS };
      for (let page = pageAfter(reader, 0); page.length > 0; page = pageAfter(reader, last.seq)) {
        for (const row of page) {
          const entry = entryOf(row);
          if (!follows(last, entry)) return { ...headOf(last), brokenAt: last.seq + 1 };
          visit(entry);
          last = entry;
        }
      }
      return headOf(last);
    });
  }

  return {
    append,
    head,
    list: (limit) =>
      store.read((reader) =>
        reader.all(`SELECT ${entryColumns} FROM audit ORDER BY seq DESC LIMIT ?`, limit).map(auditRow),
      ),
    verify: () => walk(() => undefined),
    exportTo(path) {
      const file = openSync(path, 'wx', 0o600);
      try {
        const walked = walk(({ body, hash }) => {
          writeSync(file, `${JSON.stringify({ body: text(body), hash: hex(hash) })}\n`);
        });
        fsyncSync(file);
        if (!walked.ok || walked.value.brokenAt === undefined) return walked;
        return failed(appFailure('STORE_DAMAGED', 'audit', `entry ${walked.value.brokenAt}`));
      } finally {
        closeSync(file);
      }
    },
    checkpoint: (context) =>
      store.transaction((writer) => {
        const { count, headHash } = headOf(lastEntry(writer));
        const signed = signCheckpoint({ installationId, count, headHash, at: clock.now() }, signer);
        const noted = append(context, { event: 'CHECKPOINT_SIGNED', count, headHash });
        return noted.ok ? ok(signed) : noted;
      }),
  };
}

type Link = Pick<Entry, 'seq' | 'hash'>;

interface Tail {
  /** The last link as the transaction of this writer sees it. */
  within(writer: Writer): Link | undefined;
  grew(writer: Writer, link: Link): void;
}

/**
 * Spares each entry the reading of the one before. One connection writes, so what was committed is known, and so is what the
 * running transaction has appended; after one that failed, the log is read again.
 */
function tailOfLog(): Tail {
  let durable: Link | undefined;
  let appended: { readonly by: Writer; readonly link: Link } | undefined;
  return {
    within: (writer) => (appended?.by === writer ? appended.link : (durable ?? lastEntry(writer))),
    grew(writer, link) {
      appended = { by: writer, link };
      durable = undefined;
      writer.afterCommit(() => {
        // Who heard of the commit before this may have appended already; theirs is then the last word.
        if (appended?.by === writer) durable = appended.link;
      });
    },
  };
}

function lastEntry(reader: Reader): Entry | undefined {
  const row = reader.get(`SELECT ${entryColumns} FROM audit ORDER BY seq DESC LIMIT 1`);
  return row === undefined ? undefined : entryOf(row);
}

function pageAfter(reader: Reader, seq: number): readonly SqlRow[] {
  return reader.all(`SELECT ${entryColumns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`, seq);
}

function entryOf(row: SqlRow): Entry {
  return { seq: Number(row.seq), body: bytesOf(row.body), hash: bytesOf(row.hash) };
}

function follows(last: Entry, entry: Entry): boolean {
  const hash = entryHash(last.hash, entry.body);
  return (
    entry.seq === last.seq + 1 &&
    Buffer.compare(entry.hash, hash) === 0 &&
    fieldsOf(entry.body).seq === entry.seq
  );
}

function headOf(entry: Entry | undefined): AuditHead {
  return { count: entry?.seq ?? 0, headHash: hex(entry?.hash ?? GENESIS) };
}

function auditRow(row: SqlRow): AuditRow {
  const body = fieldsOf(bytesOf(row.body));
  return {
    seq: Number(row.seq),
    at: Number(body.at),
    actor: String(body.actor),
    event: String(body.event),
    about: aboutOf(body),
    visitId: body.visitId === undefined ? null : String(body.visitId),
    outcome: body.outcome === undefined ? null : String(body.outcome),
  };
}

/** A person before an agreement: an entry about somebody's account is worth nothing without whose. */
function aboutOf(body: Readonly<Record<string, unknown>>): string | null {
  const { personId, secondOfficer, operatorId, agreementId } = body;
  const about = personId ?? secondOfficer ?? operatorId ?? agreementId;
  return about === undefined ? null : String(about);
}

/** A body whose hash is right was written by us; one that is not JSON is garbled and shows as empty. */
function fieldsOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function bytesOf(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Fields that are there; measured times become whole numbers, which is all the canonical form knows. */
function present(
  fields: Readonly<Record<string, AuditValue | undefined>>,
): Readonly<Record<string, AuditValue>> {
  const kept: Record<string, AuditValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) kept[name] = typeof value === 'number' ? Math.round(value) : value;
  }
  return kept;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
