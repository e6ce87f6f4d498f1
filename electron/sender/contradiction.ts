/**
 * Whether the yes of an answer is to what was sent (gateway fact sheet 5). The service says no more than a word; an answer that says more,
 * and names other records, another number of them or a failure, is a yes to somebody else or to a part, and acknowledges nothing.
 */
import { parse } from 'lossless-json';
import type { BalikanContent } from '../contract/index.ts';

/** Members in which a server says how many it took, and how many it did not. */
const taken = /^(jumlah|jml|count|diterima|accepted|inserted)(_?data)?$/i;
const notTaken = /^(jumlah_?|jml_?)?(gagal|failed|ditolak|rejected|errors?)(_?data)?$/i;

const success = /^(success|sukses|berhasil)$/i;
/** The number of a service is told back as it was sent; other members a service may write in words of its own. */
const registration = /regist/i;

/** What was sent, as it may be told back. */
export interface Sent {
  readonly contents: readonly Pick<BalikanContent, 'nik' | 'param'>[];
  readonly idLembaga: string;
}

export function contradicts(text: string, sent: Sent, isYes: boolean): boolean {
  const niks = sent.contents.map(({ nik }) => nik);
  // In whatever shape, plain text included.
  const named = new Set(text.match(/(?<!\d)\d{16}(?!\d)/g));
  if (named.size > 0 && !isSame([...named].toSorted(), [...new Set(niks)].toSorted())) return true;
  const names = namesOf(sent);
  try {
    let isOther = false;
    parse(
      text,
      (key, value) => {
        isOther ||= Array.isArray(value) && isOtherList(value, niks);
        isOther ||= isOtherMember(key, value, names, isYes ? niks.length : undefined);
        return value;
      },
      String,
    );
    return isOther;
  } catch {
    // Plain text has no members.
    return false;
  }
}

/** What names an item beside its NIK: by the member in which it was sent, in lower case. */
function namesOf({ contents, idLembaga }: Sent): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>([['id_lembaga', new Set([idLembaga])]]);
  for (const { param } of contents) {
    for (const [member, value] of Object.entries(param)) {
      if (!registration.test(member)) continue;
      const name = member.toLowerCase();
      names.set(name, (names.get(name) ?? new Set()).add(value));
    }
  }
  return names;
}

/** A list of records, of which one is missing, another too many, or one there twice. Their order says nothing. */
function isOtherList(list: readonly unknown[], niks: readonly string[]): boolean {
  const listed = list.map(nikOf).filter((nik) => nik !== undefined);
  return listed.length > 0 && !isSame(listed.toSorted(), niks.toSorted());
}

function nikOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const [, nik] = Object.entries(record).find(([name]) => name.toLowerCase() === 'nik') ?? [];
  return typeof nik === 'string' ? nik : undefined;
}

function isOtherMember(
  member: string,
  value: unknown,
  names: ReadonlyMap<string, ReadonlySet<string>>,
  count: number | undefined,
): boolean {
  if (count !== undefined) {
    if (taken.test(member)) return typeof value === 'string' && Number(value) !== count;
    if (notTaken.test(member)) return !isNothing(value);
    if (success.test(member)) return isNothing(value);
  }
  const sent = names.get(member.toLowerCase());
  return sent !== undefined && typeof value === 'string' && !sent.has(value);
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    value === '' ||
    Number(value) === 0 ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
