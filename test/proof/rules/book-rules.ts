/** What must hold of the books after every event: read from the opened database itself, table by table, as plain text. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrapRecordKey } from '../../../electron/consent/record-key.ts';
import type { AgreementProfile, ElementPart } from '../../../electron/contract/index.ts';
import type { Installation } from '../../../electron/program/installation.ts';
import { open } from '../../../electron/sealing/index.ts';
import type { Reader, SqlRow } from '../../../electron/store/index.ts';
import { dayIn } from './access-model.ts';
import { residentTextsIn, tokens } from './applicants.ts';
import { must } from './program.ts';
import { partsGranted } from './visit-story.ts';

/** What the walk knows of something that was kept. */
export interface KeptByWalk {
  readonly recordId: string;
  readonly visitId: string;
  readonly receiptNo: string;
  readonly profile: AgreementProfile;
  readonly values: readonly { readonly part: ElementPart; readonly value: string }[];
  /** Its last day, reckoned by the walk. */
  readonly until: string;
  withdrawnAt?: number;
}

export interface BooksKnown {
  readonly kept: ReadonlyMap<string, KeptByWalk>;
  /** Visits whose service main said to have recorded, and whether it owes data balikan. */
  readonly recorded: ReadonlyMap<string, { readonly owes: boolean }>;
  readonly permits: ReadonlySet<string>;
  /** The clock was looked at and the disk took everything: what is due has been done. */
  readonly settled: boolean;
  readonly now: number;
}

const withdrawalMs = 72 * 60 * 60_000;

export class BookRules {
  #seq = 0;
  #hash: Uint8Array = new Uint8Array(32);
  readonly #opened = new Set<string>();
  readonly #noted = new Set<string>();

  whyNot(installation: Installation, known: BooksKnown): string[] {
    return must(
      installation.store.read((reader) => [
        ...this.#auditWhole(reader),
        ...nobodyInTheClear(reader),
        ...this.#keptByRight(reader, installation.keys.records, known),
        ...servicesOwe(reader, known),
        ...permitsNoted(this.#noted, known),
      ]),
    ).map((reason) => `books: ${reason}`);
  }

  /** The log goes on where it was, and every entry hashes the one before. */
  #auditWhole(reader: Reader): string[] {
    const rows = reader.all(
      'SELECT seq, CAST(body AS BLOB) AS body, hash FROM audit WHERE seq > ? ORDER BY seq',
      this.#seq,
    );
    const reasons: string[] = [];
    for (const { seq, body, hash } of rows) {
      const bytes = body as Uint8Array;
      const expected = createHash('sha256').update(this.#hash).update(bytes).digest();
      if (Number(seq) !== this.#seq + 1 || Buffer.compare(expected, hash as Uint8Array) !== 0)
        reasons.push(`entry ${String(seq)} of the log does not follow from the one before`);
      const text = Buffer.from(bytes).toString('utf8');
      if (residentTextsIn(text).length > 0) reasons.push(`entry ${String(seq)} of the log names a resident`);
      const { event, permitId } = JSON.parse(text) as { event: string; permitId?: string };
      if (event === 'PERMIT_GIVEN' && permitId !== undefined) this.#noted.add(permitId);
      [this.#seq, this.#hash] = [Number(seq), expected];
    }
    const [count] = reader.all('SELECT count(*) AS n FROM audit');
    return Number(count?.n) === this.#seq ? reasons : [...reasons, 'entries of the log are gone'];
  }

  #keptByRight(reader: Reader, master: Uint8Array, { kept, settled, now }: BooksKnown): string[] {
    const rows = reader.all(
      `SELECT record_id, kept.visit_id, envelope, wrapped_key, decision, evidence, evidence_ref, verified, outcome
       FROM kept JOIN consent USING (consent_id) JOIN visit ON visit.visit_id = kept.visit_id`,
    );
    return rows.flatMap((row) => {
      const recordId = textOf(row.record_id);
      const known = kept.get(recordId);
      if (known === undefined) return [`${recordId} is kept and nobody consented`];
      const proven = textOf(row.decision) === 'GRANTED' && row.evidence !== null && row.evidence_ref !== null;
      const verified = row.verified === 1 && textOf(row.outcome) === 'MATCH';
      const today = dayIn(known.profile.timeZone, now);
      const late = known.withdrawnAt !== undefined && now > known.withdrawnAt + withdrawalMs;
      return [
        ...(proven && verified ? [] : [`${recordId} is kept without consent, evidence or a positive answer`]),
        ...(settled && today > known.until
          ? [`${recordId} is kept on ${today}, its last day was ${known.until}`]
          : []),
        ...(settled && late ? [`${recordId} is kept 72 hours after it was withdrawn`] : []),
        ...this.#content(recordId, row, master, known),
      ];
    });
  }

  /** Once for each record: the values that were on the screen when the resident said yes, and no others. */
  #content(recordId: string, row: SqlRow, master: Uint8Array, { values, profile }: KeptByWalk): string[] {
    if (this.#opened.has(recordId)) return [];
    this.#opened.add(recordId);
    const key = unwrapRecordKey(master, recordId, row.wrapped_key as Uint8Array);
    const opened = key === undefined ? undefined : open(key, row.envelope as Uint8Array);
    if (opened === undefined || !opened.ok) return [`${recordId} cannot be opened`];
    const text = Buffer.from(opened.value).toString('utf8');
    const content = JSON.parse(text) as { values: KeptByWalk['values'] };
    const storable = partsGranted(profile.storableFromCard.map(({ element }) => element));
    const foreign = tokens.some(({ origin, text: token }) => origin === 'GATEWAY' && text.includes(token));
    return [
      ...(content.values.every(({ part }) => storable.has(part))
        ? []
        : [`${recordId} holds what is not storable`]),
      ...(JSON.stringify(content.values) === JSON.stringify(values)
        ? []
        : [`${recordId} holds what was not shown`]),
      ...(foreign ? [`${recordId} holds what only Dukcapil wrote`] : []),
    ];
  }
}

/** No file of the installation names anybody, whatever it holds. */
export function whyNotOnDisk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return residentTextsIn(bytes.toString('latin1')).length > 0
        ? [`disk: ${entry.name} names a resident`]
        : [];
    });
}

function nobodyInTheClear(reader: Reader): string[] {
  const tables = reader.all("SELECT CAST(name AS BLOB) AS name FROM sqlite_schema WHERE type = 'table'");
  return tables
    .map(({ name }) => textOf(name))
    .filter((name) => name !== 'audit' && !name.startsWith('sqlite_'))
    .flatMap((name) => {
      const cells = reader.all(`SELECT * FROM "${name}"`).flatMap((row) => Object.values(row));
      const found = residentTextsIn(cells.map(textOf).join('\n'));
      return found.length > 0 ? [`table ${name} names a resident`] : [];
    });
}

/** one item for each service that owes one, and no service that main did not say yes to. */
function servicesOwe(reader: Reader, { recorded }: BooksKnown): string[] {
  const rows = reader.all(
    `SELECT visit_id, (SELECT count(*) FROM outbox_item WHERE outbox_item.visit_id = visit.visit_id) AS items
     FROM visit WHERE recorded_at IS NOT NULL`,
  );
  const inBooks = new Set(rows.map(({ visit_id }) => textOf(visit_id)));
  const lost = [...recorded.keys()].filter((visitId) => !inBooks.has(visitId));
  return [
    ...lost.map((visitId) => `the service of ${visitId} was recorded and is gone`),
    ...rows.flatMap(({ visit_id, items }) => {
      const known = recorded.get(textOf(visit_id));
      if (known === undefined) return [`a service of ${textOf(visit_id)} that nobody recorded`];
      return Number(items) === (known.owes ? 1 : 0) ? [] : [`a service that has ${String(items)} items`];
    }),
  ];
}

function permitsNoted(noted: ReadonlySet<string>, { permits }: BooksKnown): string[] {
  return [...permits]
    .filter((permitId) => !noted.has(permitId))
    .map((permitId) => `${permitId} was given unnoted`);
}

function textOf(cell: SqlRow[string] | undefined): string {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : String(cell);
}
