/**
 * The lines that steer a running gateway from its standard input, e.g. `trouble stall`, `quota 3`, `hour 02:00`. Each is answered
 * by one JSON object.
 */
import { accessHoursOf, minutesOf } from './clock.ts';
import { isElementKey } from './elements.ts';
import type { SimulatedGateway } from './gateway.ts';
import { isObject, type Json, readJson } from './json.ts';
import type { NewResident, Standing } from './population.ts';
import { parseTrouble } from './trouble-line.ts';

type LineAnswer =
  | { readonly ok: true; readonly [key: string]: Json }
  | { readonly ok: false; readonly error: string };

type Words = readonly string[];
type Command = (gateway: SimulatedGateway, words: Words, rest: string) => LineAnswer | Promise<LineAnswer>;

export async function runLine(gateway: SimulatedGateway, line: string): Promise<LineAnswer> {
  const [name = '', ...words] = line.trim().split(/\s+/);
  const command = commands.get(name);
  if (command === undefined) return wrong(`unknown command; known: ${[...commands.keys()].join(', ')}`);
  return command(gateway, words, line.trim().slice(name.length).trim());
}

const done: LineAnswer = { ok: true };

function wrong(error: string): LineAnswer {
  return { ok: false, error };
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['trouble', runTrouble],
  ['latency', runLatency],
  ['quota', runQuota],
  ['hour', runHour],
  ['hours', runHours],
  ['day', runDay],
  ['style', runStyle],
  ['active', runActive],
  ['standing', runStanding],
  ['resident', runResident],
  ['aid-types', runAidTypes],
  ['ledger', (gateway) => ({ ok: true, ledger: gateway.ledger().map((entry) => ({ ...entry })) })],
  ['pacing', (gateway) => ({ ok: true, pacing: { ...gateway.pacing() } })],
  ['journal', runJournal],
]);

async function runTrouble(gateway: SimulatedGateway, words: Words): Promise<LineAnswer> {
  const trouble = parseTrouble(words);
  if (typeof trouble === 'string') return wrong(trouble);
  await gateway.trouble(trouble);
  return done;
}

function runLatency(gateway: SimulatedGateway, [value = '']: Words): LineAnswer {
  if (value !== 'field' && !/^[0-9]{1,6}$/.test(value)) return wrong('latency MILLISECONDS|field');
  gateway.setLatency(value === 'field' ? value : Number(value));
  return done;
}

function runQuota(gateway: SimulatedGateway, [value]: Words): LineAnswer {
  if (value === undefined) return { ok: true, quota: gateway.quota() };
  if (!/^[0-9]{1,9}$/.test(value)) return wrong('quota HITS');
  gateway.setQuota(Number(value));
  return done;
}

function runHour(gateway: SimulatedGateway, [value = '']: Words): LineAnswer {
  if (value === 'real') {
    gateway.realTime();
    return done;
  }
  const minute = minutesOf(value);
  if (minute === undefined) return wrong('hour HH:MM|real');
  gateway.setHour(minute);
  return done;
}

function runHours(gateway: SimulatedGateway, [value = '']: Words): LineAnswer {
  const hours = accessHoursOf(value);
  if (hours === undefined && value !== 'always') return wrong('hours HH:MM-HH:MM|always');
  gateway.setAccessHours(hours);
  return done;
}

function runDay(gateway: SimulatedGateway): LineAnswer {
  gateway.nextDay();
  return done;
}

/** `style {"identityNumbers":"string","leak":["AGAMA"]}`: any members of AnswerStyle, checked by name and value. */
function runStyle(gateway: SimulatedGateway, _words: Words, rest: string): LineAnswer {
  const style = readJson(rest);
  if (!isObject(style)) return wrong('style JSON-OBJECT');
  for (const [key, value] of Object.entries(style)) {
    const values = styleValues.get(key);
    const allowed = values === undefined ? key === 'leak' && isElementList(value) : values.includes(value);
    if (!allowed) return wrong(`style has no ${key} of this value`);
  }
  gateway.setStyle(style);
  return done;
}

const styleValues: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ['identityNumbers', ['number', 'string']],
  ['otherNumbers', ['number', 'string']],
  ['quotaLimiter', [true, false]],
  ['noticeKey', ['RESPON', 'RESPONSE', 'RESPONSE_DESC']],
  ['noticeCode', [true, false]],
  ['wording', ['gateway', 'seed', 'variant']],
  ['successCode', ['00', '01', 'none']],
  ['scores', [true, false]],
]);

function isElementList(value: unknown): boolean {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' && isElementKey(key));
}

function runActive(gateway: SimulatedGateway, [whom, state]: Words): LineAnswer {
  if ((whom !== 'user' && whom !== 'institution') || (state !== 'yes' && state !== 'no')) {
    return wrong('active user|institution yes|no');
  }
  gateway.setActive({ [whom]: state === 'yes' });
  return done;
}

const standings: readonly Standing[] = ['active', 'deceased', 'duplicate', 'inactive', 'unprocessable'];

function runStanding(gateway: SimulatedGateway, [nik = '', word]: Words): LineAnswer {
  const standing = standings.find((known) => known === word);
  if (standing === undefined) return wrong(`standing NIK ${standings.join('|')}`);
  return gateway.setStanding(nik, standing) ? done : wrong('nobody has this NIK');
}

/** `resident {"NIK":"4001…","NAMA_LGKP":"…"}` with any further elements and a standing. */
function runResident(gateway: SimulatedGateway, _words: Words, rest: string): LineAnswer {
  const resident = readJson(rest);
  if (!isNewResident(resident)) return wrong('resident JSON-OBJECT with NIK and NAMA_LGKP, all texts');
  gateway.addResident(resident);
  return done;
}

function isNewResident(value: unknown): value is NewResident {
  if (!isObject(value)) return false;
  const { NIK, NAMA_LGKP, standing, ...elements } = value;
  return (
    typeof NIK === 'string' &&
    /^[1-9][0-9]{15}$/.test(NIK) &&
    typeof NAMA_LGKP === 'string' &&
    (standing === undefined || standings.some((known) => known === standing)) &&
    Object.entries(elements).every(([key, element]) => isElementKey(key) && typeof element === 'string')
  );
}

function runAidTypes(gateway: SimulatedGateway, _words: Words, rest: string): LineAnswer {
  if (rest === '') return wrong('aid-types any|NAME, NAME …');
  gateway.setAidTypes(rest === 'any' ? undefined : rest.split(',').map((name) => name.trim()));
  return done;
}

/** How often each outcome was given. */
function runJournal(gateway: SimulatedGateway, [service]: Words): LineAnswer {
  if (service !== 'lookup' && service !== 'balikan') return wrong('journal lookup|balikan');
  const counts: Record<string, number> = {};
  for (const { outcome } of gateway.journal(service)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { ok: true, outcomes: counts };
}
