/**
 * The data-balikan server's decision (gateway fact sheet 5.2 and 5.3): a bearer token of its own, body A (multipart, one record)
 * or body B (JSON batch), one verdict per request, and a clear no to whatever it has or does not understand.
 */
import { type Answer, htmlPage, jsonAnswer } from './answer.ts';
import type { Consumer } from './consumer.ts';
import { isObject, readJson } from './json.ts';
import { type BalikanRecord, contentOf, type Ledger } from './ledger.ts';
import type { HttpRequest } from './lookup.ts';
import { readForm } from './multipart.ts';

export interface BalikanServer {
  readonly consumers: () => readonly Consumer[];
  readonly ledger: Ledger;
  /** Kinds of aid that Dukcapil knows; undefined: any text. */
  aidTypes: readonly string[] | undefined;
}

/** The seeds' route and the twin that public code uses. */
const storePaths = ['/data_balikan/public/api/store', '/databalikan/api/store'] as const;

const duplicateText = 'Data sudah pernah dikirim';
const batchLimit = 50;

type Read = { readonly ok: true; readonly records: readonly BalikanRecord[] } | Refusal;
type Refusal = { readonly ok: false; readonly status: 403 | 422; readonly message: string };

export function answerBalikan(server: BalikanServer, request: HttpRequest): Answer {
  const [path = ''] = request.path.split('?');
  if (!(storePaths as readonly string[]).includes(path)) return htmlPage(404, 'Not Found');
  if (request.method !== 'POST') return htmlPage(405, 'Method Not Allowed');
  const consumer = server.consumers().find(({ token }) => request.authorization === `Bearer ${token}`);
  if (consumer === undefined) return jsonAnswer(401, { message: 'Unauthenticated.' }, '401');

  const read = readRecords(server, consumer, request);
  if (!read.ok) return jsonAnswer(read.status, { message: read.message }, String(read.status));
  return store(server.ledger, read.records);
}

export function duplicateAnswer(): Answer {
  return jsonAnswer(400, { message: duplicateText }, 'duplicate');
}

/** A batch has one verdict: if one of its records was sent before, none is taken. */
function store(ledger: Ledger, records: readonly BalikanRecord[]): Answer {
  const known = records.filter((record) => ledger.has(record));
  for (const record of known) ledger.noteDuplicate(record);
  const repeated = new Set(records.map(contentOf)).size < records.length;
  if (known.length > 0 || repeated) return duplicateAnswer();
  for (const record of records) ledger.accept(record);
  return jsonAnswer(200, { message: 'Success' }, 'accepted');
}

function readRecords(server: BalikanServer, consumer: Consumer, request: HttpRequest): Read {
  const read = /^multipart\//i.test(request.contentType)
    ? readSingle(consumer, request)
    : readBatch(consumer, request);
  if (!read.ok) return read;
  if (read.records.length > batchLimit) return invalid(`Maksimal ${batchLimit} data dalam satu kiriman`);
  const unknown = read.records.some(({ param }) => param.some((member) => !isKnownAid(server, member)));
  return unknown ? invalid('Jenis bantuan tidak dikenal') : read;
}

/** Body A: form fields, `param` being the JSON text of an array of objects. */
function readSingle(consumer: Consumer, { contentType, body }: HttpRequest): Read {
  const form = readForm(contentType, body);
  if (form === undefined) return invalid('The nik field is required.');
  const sender = checkSender(consumer, form.get('id_lembaga'), form.get('nama_lembaga'));
  return sender ?? recordsOf(consumer, [{ nik: form.get('nik'), param: readJson(form.get('param') ?? '') }]);
}

/** Body B: an array of institutions with their data. Note `nik` in A and `NIK` in B. */
function readBatch(consumer: Consumer, { body }: HttpRequest): Read {
  const batch = readJson(body.toString('utf8'));
  if (!Array.isArray(batch) || batch.length === 0) return invalid('The data field is required.');
  const found: { nik: unknown; param: unknown }[] = [];
  for (const group of batch) {
    if (!isObject(group) || !Array.isArray(group.data)) return invalid('The data field is required.');
    const refused = checkSender(consumer, group.id_lembaga, group.nama_lembaga);
    if (refused !== undefined) return refused;
    for (const entry of group.data) {
      if (!isObject(entry)) return invalid('The NIK field is required.');
      found.push({ nik: entry.NIK, param: entry.param });
    }
  }
  return recordsOf(consumer, found);
}

function checkSender(consumer: Consumer, id: unknown, name: unknown): Refusal | undefined {
  if (typeof id !== 'string' || !/^[0-9]{6}$/.test(id))
    return invalid('The id_lembaga field must be 6 digits.');
  if (id !== consumer.idLembaga) return { ok: false, status: 403, message: 'This action is unauthorized.' };
  return name === consumer.namaLembaga ? undefined : invalid('The selected nama_lembaga is invalid.');
}

function recordsOf(consumer: Consumer, found: readonly { nik: unknown; param: unknown }[]): Read {
  if (found.length === 0) return invalid('The data field is required.');
  const records: BalikanRecord[] = [];
  for (const { nik, param } of found) {
    if (typeof nik !== 'string' || !/^[0-9]{16}$/.test(nik)) {
      return invalid('The NIK must be a string of 16 digits.');
    }
    const members = readParam(param);
    if (members === undefined) return invalid('The param field must be an array of objects.');
    records.push({ idLembaga: consumer.idLembaga, nik, param: members });
  }
  return { ok: true, records };
}

function readParam(param: unknown): BalikanRecord['param'] | undefined {
  if (!Array.isArray(param) || param.length === 0) return undefined;
  const members: Readonly<Record<string, string>>[] = [];
  for (const member of param) {
    if (!isObject(member) || Object.keys(member).length === 0) return undefined;
    const texts = Object.entries(member).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    if (texts.length < Object.keys(member).length) return undefined;
    members.push(Object.fromEntries(texts));
  }
  return members;
}

function isKnownAid({ aidTypes }: BalikanServer, member: Readonly<Record<string, string>>): boolean {
  const aid = member.JENIS_BANTUAN;
  return aid !== undefined && aid.trim() !== '' && (aidTypes === undefined || aidTypes.includes(aid));
}

function invalid(message: string): Refusal {
  return { ok: false, status: 422, message };
}
