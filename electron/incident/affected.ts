/**
 * How many persons a breach touches, by keyed hash and without a name: everybody whose data was here in those days, and those of them
 * who left card data, by which they can be written to.
 */
import type { IncidentRow } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';

export interface AffectedDays {
  readonly agreementId: string;
  /** Milliseconds since 1970, both included. */
  readonly from: number;
  readonly to: number;
}

export type Affected = Pick<IncidentRow, 'affected' | 'reachable'>;

const inDays = {
  permit: 'FROM permit WHERE agreement_id = ?1 AND issued_at BETWEEN ?2 AND ?3',
  item: 'FROM outbox_item WHERE agreement_id = ?1 AND created_at BETWEEN ?2 AND ?3',
};

/**
 * Who was served by the card alone was asked about nowhere: of them the data balikan keeps the hash. Of an inquiry whose answer nobody wrote
 * down there is the permit; somebody may have seen it.
 */
const persons = `SELECT count(*) AS seen,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM kept WHERE kept.nik_hash = seen.nik_hash)) AS kept
  FROM (SELECT nik_hash ${inDays.permit} AND nik_hash IS NOT NULL UNION SELECT nik_hash ${inDays.item}) AS seen`;

const growth = `SELECT (SELECT count(*) ${inDays.permit}) AS permits, (SELECT count(*) ${inDays.item}) AS items,
  (SELECT count(*) FROM kept WHERE stored_at > 0) AS kept`;

/** Remembers what it counted while nothing came or went: of years it takes a while, and pages ask whenever anything changes. */
export function affectedCount(): (reader: Reader, days: AffectedDays) => Affected {
  const counted = new Map<string, { readonly growth: string; readonly affected: Affected }>();

  return (reader, { agreementId, from, to }) => {
    const key = JSON.stringify([agreementId, from, to]);
    const grown = JSON.stringify(reader.get(growth, agreementId, from, to));
    const known = counted.get(key);
    if (known?.growth === grown) return known.affected;
    const row = reader.get(persons, agreementId, from, to);
    const affected = { affected: Number(row?.seen ?? 0), reachable: Number(row?.kept ?? 0) };
    counted.set(key, { growth: grown, affected });
    return affected;
  };
}
