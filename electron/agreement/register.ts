/**
 * Agreements as they stand, read once and kept in memory: every permit asks. What is being written is not kept before it is
 * durable, so that a transaction that is rolled back leaves no trace here either.
 */
import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AgreementProfile, agreementProfile, appFailure } from '../contract/index.ts';
import type { Reader, Store, Writer } from '../store/index.ts';
import { type AgreementTableRow, type AgreementTables, agreementTables } from './rows.ts';

/** An agreement with the profile it has now: the confirmed one, or the draft. */
export interface Known {
  readonly row: AgreementTableRow;
  readonly profile: AgreementProfile;
}

interface Listed {
  readonly ids: readonly string[];
  readonly damaged: boolean;
}

export class Register {
  readonly tables: AgreementTables;
  readonly #store: Store;
  readonly #known = new Map<string, Known>();
  #listed: Listed | undefined;
  #writing = false;

  constructor(store: Store) {
    this.#store = store;
    this.tables = agreementTables(store.rowSeal);
  }

  /** Fails with STORE_DAMAGED when row or profile are not what was written, with STEP_ORDER when there is no such agreement. */
  get(agreementId: string): Result<Known> {
    const cached = this.#known.get(agreementId);
    if (cached !== undefined) return ok(cached);
    const read = this.#store.read((reader) => this.#read(reader, agreementId));
    if (!read.ok) return read;
    if (read.value === undefined) return failed(appFailure('STEP_ORDER', 'agreement', 'no such agreement'));
    if (read.value === 'UNREADABLE') return failed(unreadable(agreementId));
    if (!this.#writing) this.#known.set(agreementId, read.value);
    return ok(read.value);
  }

  /** Newest first. */
  all(): Result<readonly Known[]> {
    const listed = this.list();
    if (!listed.ok) return listed;
    if (listed.value.damaged) return failed(unreadable('agreement'));
    const all: Known[] = [];
    for (const id of listed.value.ids) {
      const known = this.get(id);
      if (!known.ok) return known;
      all.push(known.value);
    }
    return ok(all);
  }

  /** Of every agreement whose row is whole: a damaged one must not keep the clock from the others. */
  list(): Result<Listed> {
    if (this.#listed !== undefined) return ok(this.#listed);
    const rows = this.#store.read((reader) =>
      this.tables.agreements.sift(reader, 'ORDER BY created_at DESC, agreement_id'),
    );
    if (!rows.ok) return rows;
    const { sound, damaged } = rows.value;
    const listed = { ids: sound.map((row) => row.agreement_id), damaged: damaged.length > 0 };
    if (!this.#writing) this.#listed = listed;
    return ok(listed);
  }

  /** To be called with every write. */
  changed(writer: Writer): void {
    this.#forget();
    this.#writing = true;
    writer.afterCommit(() => {
      this.#writing = false;
      this.#forget();
    });
  }

  #forget(): void {
    this.#known.clear();
    this.#listed = undefined;
  }

  #read(reader: Reader, agreementId: string): Known | 'UNREADABLE' | undefined {
    const row = this.tables.agreements.find(reader, agreementId);
    if (row === undefined) return undefined;
    const stored = row.draft ?? this.tables.profiles.find(reader, agreementId, row.version)?.profile;
    const profile = stored === undefined ? undefined : profileFrom(stored);
    return profile === undefined ? 'UNREADABLE' : { row, profile };
  }
}

/** A stored profile; `undefined` when an earlier program wrote what this one cannot read. */
export function profileFrom(stored: string): AgreementProfile | undefined {
  const parsed = agreementProfile.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : undefined;
}

export function unreadable(agreementId: string) {
  return appFailure('STORE_DAMAGED', `profile of ${agreementId}`);
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
