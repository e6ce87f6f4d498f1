/** Answers read one by one: the shapes of gateway fact sheet 2, and the contradictions nobody promised not to send. */
import { describe, expect, test } from 'vitest';
import { type ElementPart, officialTexts, partsOf } from '../contract/index.ts';
import { readFetchAnswer, readMatchAnswer } from './answer.ts';

const granted = partsOf(['NIK', 'FULL_NAME', 'SEX', 'BIRTH_DATE', 'ADDRESS']);
const sent: readonly ElementPart[] = ['NIK', 'FULL_NAME'];
const nik = '9401010101900001';

function envelope(content: string, rest = ''): string {
  return `{"content":[${content}],"lastPage":true,"numberOfElements":1,"sort":null${rest}}`;
}

const match = (content: string) => readMatchAnswer(envelope(content), sent, granted);
const fetched = (content: string) => readFetchAnswer(envelope(content), nik, granted);

describe('match', () => {
  test('the score is taken, "Tidak Sesuai" is no "Sesuai", and what was not sent is not judged', () => {
    const { said } = match(
      '{"NIK":"Sesuai","NAMA_LGKP":"Tidak Sesuai (59)","TGL_LHR":"Tidak Sesuai","NO_PROP":"Tidak Sesuai"}',
    );
    expect(said).toEqual({
      kind: 'JUDGED',
      outcome: 'MISMATCH',
      verdicts: [
        { part: 'NIK', verdict: 'SESUAI' },
        { part: 'FULL_NAME', verdict: 'BERBEDA', score: 59 },
      ],
    });
  });

  test.each([
    ['an element that was sent is not answered', '{"NIK":"Sesuai"}'],
    ['a verdict is something else', '{"NIK":"Sesuai","NAMA_LGKP":"Sesuai sebagian"}'],
    ['a verdict is a word that only contains it', '{"NIK":"Sesuai","NAMA_LGKP":"Kurang Sesuai"}'],
    ['a verdict is a number', '{"NIK":"Sesuai","NAMA_LGKP":100}'],
    ['the record came instead', '{"NIK":"9401010101900001","NAMA_LGKP":"PAPUA CONTOH"}'],
    ['the content is no object', '"Sesuai"'],
    ['the content is a list', '[]'],
  ])('it is a protocol error when %s', (_, content) => {
    expect(match(content).said).toMatchObject({ kind: 'FAILED', failure: { code: 'GATEWAY_PROTOCOL' } });
  });

  test('population data in a match answer raises the alarm', () => {
    expect(match('{"NIK":"Sesuai","NAMA_LGKP":"Sesuai (100)","ALAMAT":"JL. PERAGA"}').ungranted).toEqual([
      'ALAMAT',
    ]);
    expect(match('{"NIK":"Sesuai","NAMA_LGKP":"Sesuai (100)","AGAMA":"X"}').ungranted).toEqual(['AGAMA']);
  });

  test('verdicts on elements outside the grant tell nothing about anybody and raise none', () => {
    const answer = match('{"NIK":"Sesuai","NAMA_LGKP":"Sesuai (100)","NAMA_LGKP_IBU":"Tidak Sesuai (0)"}');
    expect(answer.ungranted).toEqual([]);
  });
});

describe('fetch', () => {
  test('a NIK beyond 2^53 keeps its digits as a number, and a float or a short number is a protocol error', () => {
    const { said } = fetched(`{"NIK":${nik},"NAMA_LGKP":"PAPUA CONTOH","NO_RT":1}`);
    expect(said.kind === 'FOUND' && said.values.get('NIK')?.reveal()).toBe(nik);
    expect(said.kind === 'FOUND' && said.values.get('ADDRESS.RT')?.reveal()).toBe('1');
    expect(fetched('{"NIK":9.401010101900001E+15}').said).toMatchObject({ kind: 'FAILED' });
    expect(fetched('{"NIK":940101010190000}').said).toMatchObject({ kind: 'FAILED' });
  });

  test('a record of somebody else is refused whole', () => {
    expect(fetched('{"NIK":"4001015203880001","NAMA_LGKP":"ORANG LAIN"}').said).toMatchObject({
      failure: { code: 'GATEWAY_PROTOCOL', detail: 'answer is about another NIK' },
    });
  });

  test.each(['NO_KK', 'AGAMA', '__proto__', 'constructor'])('%s outside the grant is dropped', (key) => {
    const { said, ungranted } = fetched(`{"NIK":"${nik}","${key}":"4001010101100001"}`);
    expect(said.kind === 'FOUND' && [...said.values.keys()]).toEqual(['NIK']);
    if (key !== '__proto__') expect(ungranted).toEqual([key]);
    expect(JSON.stringify({ said, ungranted })).not.toContain('4001010101100001');
  });

  test('empty and null members are no values and no alarm', () => {
    const { said, ungranted } = fetched(`{"NIK":"${nik}","NAMA_LGKP":" ","AGAMA":null,"TGL_LHR":null}`);
    expect(said.kind === 'FOUND' && [...said.values.keys()]).toEqual(['NIK']);
    expect(ungranted).toEqual([]);
  });
});

describe('notices', () => {
  test.each(Object.entries(officialTexts))('%s is known by its official text alone', (notice, text) => {
    expect(match(JSON.stringify({ RESPON: text })).said).toMatchObject({ notice, text });
  });

  test.each([
    ['DATA   DITEMUKAN,DATA GANDA.', 'FOUND_DUPLICATE'],
    ['Data Ditemukan, Status Tidak Aktif silakan hubungi Dinas Dukcapil', 'FOUND_INACTIVE'],
    ['Data Ditemukan, Status Nonaktif silahkan hubungi Dinas Dukcapil', 'FOUND_INACTIVE'],
    ['IP Client  Tidak terdaftar', 'IP_NOT_REGISTERED'],
    ['Data Tidak Ditemukan', 'NOT_FOUND'],
    ['login gagal!', 'AUTH_FAILED'],
    ['Instansi Non-Aktif', 'INSTITUTION_INACTIVE'],
  ])('%j is %s', (text, notice) => {
    expect(match(JSON.stringify({ RESPONSE_DESC: text })).said).toMatchObject({ notice });
  });

  test('the code decides over the text, also as a number', () => {
    const text = officialTexts.NOT_FOUND;
    expect(match(JSON.stringify({ RESPONSE_CODE: '11', RESPONSE: text })).said).toMatchObject({
      notice: 'FOUND_DECEASED',
      code: '11',
    });
    expect(match('{"RESPONSE_CODE":5}').said).toMatchObject({ about: 'QUOTA', code: '05', text: '' });
  });

  test('an unknown code or text has no meaning and keeps its words, without control characters', () => {
    expect(match('{"RESPONSE_CODE":"42","RESPON":"Sedang\\u0007dirawat"}').said).toMatchObject({
      notice: 'UNKNOWN_ANSWER',
      code: '42',
      text: 'Sedang dirawat',
    });
    expect(match('{"RESPONSE_CODE":"02"}').said).toMatchObject({ notice: 'UNKNOWN_ANSWER' });
  });

  test('nothing is shown beside a notice, even when the record came with it', () => {
    const record = `"NIK":"${nik}","NAMA_LGKP":"PAPUA CONTOH"`;
    for (const head of [
      '"RESPONSE_CODE":"12"',
      '"RESPONSE_CODE":"01","RESPON":"Data Ditemukan, Data Ganda"',
      '"RESPON":"Data Ditemukan, Data Ganda"',
    ]) {
      const { said } = fetched(`{${head},${record}}`);
      expect(said).toMatchObject({ kind: 'NOTICE', notice: 'FOUND_DUPLICATE' });
      expect(said).not.toHaveProperty('values');
    }
  });

  test.each(['00', '01'])('code %s with data is data', (code) => {
    expect(fetched(`{"RESPONSE_CODE":"${code}","NIK":"${nik}"}`).said.kind).toBe('FOUND');
  });

  test('a success code without data is a protocol error and never "not found"', () => {
    expect(fetched('{"RESPONSE_CODE":"01"}').said).toMatchObject({ failure: { code: 'GATEWAY_PROTOCOL' } });
    expect(match('{}').said).toMatchObject({ failure: { code: 'GATEWAY_PROTOCOL' } });
  });
});

describe('the envelope', () => {
  test.each(['', 'null', '[]', '"x"', '{}', '{"content":null}', '{"content":[]}', '{"content":{}}', '1'])(
    '%j is no answer',
    (body) => {
      expect(readMatchAnswer(body, sent, granted).said).toMatchObject({ kind: 'FAILED', of: 'PROTOCOL' });
    },
  );

  test('hits left are read, also beside a notice; nonsense is left out', () => {
    const body = (quota: string) => envelope('{"RESPONSE_CODE":"11"}', `,"quotaLimiter":${quota}`);
    expect(readMatchAnswer(body('1523'), sent, granted).quotaRemaining).toBe(1523);
    expect(readMatchAnswer(body('"1523"'), sent, granted).quotaRemaining).toBe(1523);
    expect(readMatchAnswer(body('-1'), sent, granted)).not.toHaveProperty('quotaRemaining');
    expect(readMatchAnswer(body('null'), sent, granted)).not.toHaveProperty('quotaRemaining');
  });

  test('a key that comes twice is no JSON one can rely on', () => {
    expect(match('{"NIK":"Sesuai","NIK":"Tidak Sesuai","NAMA_LGKP":"Sesuai"}').said).toMatchObject({
      failure: { code: 'GATEWAY_NOT_JSON' },
    });
  });
});
