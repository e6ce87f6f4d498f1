/** Reads a trouble from words: `[lookup|balikan] KIND [VALUE] [before|after] [times N]`, e.g. `balikan reset after times 2`. */
import { isNoticeCode } from './notices.ts';
import type { Moment, NoTrouble, Service, Trouble } from './trouble.ts';

const plainReplacing = [
  'stall',
  'reset',
  'html-500',
  'text-500',
  'redirect',
  'garbage',
  'empty-body',
] as const;
const balikanOnly = ['duplicate', 'other-count', 'other-records'] as const;
const lookupOnly = ['empty-content', 'unknown-notice'] as const;
const plainSpoiling = ['truncated', 'cut-off', 'drip', 'oversized'] as const;
const line = ['refuse', 'mute', 'wrong-certificate'] as const;

const usage = `trouble none | [lookup|balikan] KIND [before|after] [times N]; KIND: ${[...line, ...plainReplacing, ...plainSpoiling].join(', ')}, status CODE; lookup only: ${lookupOnly.join(', ')}, notice CODE; balikan only: ${balikanOnly.join(', ')}`;

/** The trouble, or how to ask for one. */
export function parseTrouble(words: readonly string[]): Trouble | NoTrouble | string {
  const left = [...words];
  const service = takeService(left);
  const where = service === undefined ? {} : { service };
  const kind = left.shift();
  if (kind === 'none') return left.length === 0 ? { kind, ...where } : usage;

  const value = kind === 'status' || kind === 'notice' ? left.shift() : undefined;
  const moment = takeMoment(left);
  const times = takeTimes(left);
  if (left.length > 0 || times === 'wrong') return usage;
  const often = times === undefined ? {} : { times };
  const when = moment === undefined ? {} : { moment };

  const onLine = line.find((known) => known === kind);
  if (onLine !== undefined && moment === undefined && times === undefined) return { kind: onLine, ...where };
  const spoiling = plainSpoiling.find((known) => known === kind);
  if (spoiling !== undefined && moment === undefined) return { kind: spoiling, ...where, ...often };
  const replacing = plainReplacing.find((known) => known === kind);
  if (replacing !== undefined) return { kind: replacing, ...where, ...often, ...when };
  if (kind === 'status' && value !== undefined && /^[2-5][0-9]{2}$/.test(value)) {
    return { kind, status: Number(value), ...where, ...often, ...when };
  }
  if (service === 'balikan') {
    const ofBalikan = balikanOnly.find((known) => known === kind);
    return ofBalikan === undefined ? usage : { kind: ofBalikan, service, ...often, ...when };
  }
  const fromLookup = lookupOnly.find((known) => known === kind);
  if (fromLookup !== undefined) return { kind: fromLookup, ...often, ...when };
  if (kind === 'notice' && value !== undefined && isNoticeCode(value)) {
    return { kind, code: value, ...often, ...when };
  }
  return usage;
}

function takeService(words: string[]): Service | undefined {
  const [first] = words;
  if (first !== 'lookup' && first !== 'balikan') return undefined;
  words.shift();
  return first;
}

function takeMoment(words: string[]): Moment | undefined {
  const [first] = words;
  if (first !== 'before' && first !== 'after') return undefined;
  words.shift();
  return first;
}

function takeTimes(words: string[]): number | undefined | 'wrong' {
  if (words[0] !== 'times') return undefined;
  const [, count = ''] = words.splice(0, 2);
  return /^[1-9][0-9]{0,5}$/.test(count) ? Number(count) : 'wrong';
}
