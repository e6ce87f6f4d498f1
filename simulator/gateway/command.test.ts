import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { post } from './client.test-support.ts';
import { runGatewayCommand } from './command.ts';
import { isObject, readJson } from './json.ts';

/** The command with its streams in hand. */
class Running {
  readonly #input = new PassThrough();
  readonly #output = new PassThrough();
  readonly #lines: AsyncIterator<Buffer>;
  readonly #exit: Promise<number>;
  errors = '';

  constructor(args: readonly string[]) {
    const errors = new PassThrough();
    errors.on('data', (chunk) => {
      this.errors += String(chunk);
    });
    this.#lines = this.#output[Symbol.asyncIterator]();
    this.#exit = runGatewayCommand(args, { input: this.#input, output: this.#output, errors });
  }

  async answer(): Promise<Readonly<Record<string, unknown>>> {
    const { value } = await this.#lines.next();
    const line = readJson(String(value));
    if (!isObject(line)) throw new Error(`not a JSON object: ${value}`);
    return line;
  }

  ask(line: string): Promise<Readonly<Record<string, unknown>>> {
    this.#input.write(`${line}\n`);
    return this.answer();
  }

  end(): Promise<number> {
    this.#input.end();
    return this.#exit;
  }
}

const started: Running[] = [];

function start(...args: string[]): Running {
  const running = new Running(args);
  started.push(running);
  return running;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.end()));
});

const wrongLines = [
  'trouble',
  'trouble balikan notice 13',
  'trouble duplicate',
  'trouble stall times 0',
  'trouble refuse after',
  'trouble notice 99',
  'quota many',
  'hour 25:00',
  'hours 07:00',
  'style {"leak":["RAHASIA"]}',
  'style {"unknown":1}',
  'resident {"NIK":"1"}',
  'standing 4001015203880002 deceased',
  'active nobody no',
  'fly',
];

const rightLines = [
  'trouble stall',
  'trouble balikan reset after times 2',
  'trouble lookup status 503',
  'trouble balikan duplicate',
  'trouble wrong-certificate',
  'trouble drip times 1',
  'latency field',
  'hours 07:00-17:00',
  'hours always',
  'hour real',
  'aid-types Bantuan benih, Bantuan pupuk',
  'active institution no',
  'resident {"NIK":"4001010101800031","NAMA_LGKP":"CONTOH","standing":"inactive"}',
];

describe('the command', () => {
  test('announces everything a client needs in one line, and the same secrets for the same seed', async () => {
    const [one, two] = [await start('--seed', 'latihan').answer(), await start('--seed', 'latihan').answer()];
    expect(one).toMatchObject({
      ready: true,
      gateway: { https: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/), http: expect.any(String) },
      balikan: {
        https: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/data_balikan\/public$/),
        storePath: '/api/store',
      },
      certificate: {
        sha256Hex: expect.stringMatching(/^[0-9a-f]{64}$/),
        pem: expect.stringContaining('BEGIN CERT'),
      },
      consumerId: expect.stringMatching(/^[0-9]{15}$/),
      methods: { fetch: 'CALL_NIK', match: 'CALL_VERIFY_BY_ELEMEN' },
      credentials: { user_id: expect.any(String), password: expect.any(String), ip_user: '192.0.2.10' },
      id_lembaga: expect.stringMatching(/^[0-9]{6}$/),
    });
    expect(two.credentials).toEqual(one.credentials);
    expect(two.token).toEqual(one.token);
    expect((await start().answer()).credentials).not.toEqual(one.credentials);
  });

  test('obeys lines and ends with its input', async () => {
    const running = start();
    const { gateway, consumerId, credentials } = await running.answer();
    const call = async () => {
      const base = isObject(gateway) ? gateway.http : '';
      const url = `${base}/dukcapil/get_json/${consumerId}/CALL_NIK`;
      const signIn = isObject(credentials) ? credentials : {};
      return (await post({ url, body: JSON.stringify({ ...signIn, nik: '4001015203880001' }) })).text;
    };
    expect(await running.ask('style {"identityNumbers":"string"}')).toEqual({ ok: true });
    expect(await call()).toContain('"NIK":"4001015203880001"');
    await running.ask('quota 0');
    expect(await call()).toContain('"RESPONSE_CODE":"05"');
    await running.ask('day');
    await running.ask('standing 4001015203880001 deceased');
    expect(await call()).toContain('"RESPONSE_CODE":"11"');
    await running.ask('trouble notice 16 times 1');
    expect(await call()).toContain('"RESPONSE_CODE":"16"');
    await running.ask('hour 02:00');
    expect(await call()).toContain('"RESPONSE_CODE":"06"');
    expect(await running.ask('journal lookup')).toMatchObject({ outcomes: { found: 1, '05': 1, '11': 1 } });
    expect(await running.ask('pacing')).toMatchObject({ pacing: { hits: 2 } });
    expect(await running.ask('ledger')).toEqual({ ok: true, ledger: [] });
    expect(await running.end()).toBe(0);
  });

  test('says what is wrong with a line it does not understand, and goes on', async () => {
    const running = start();
    await running.answer();
    for (const line of wrongLines) {
      expect([line, await running.ask(line)]).toEqual([line, { ok: false, error: expect.any(String) }]);
    }
    expect(await running.ask('trouble none')).toEqual({ ok: true });
  });

  test('understands every other line', async () => {
    const running = start();
    await running.answer();
    for (const line of rightLines) expect([line, await running.ask(line)]).toEqual([line, { ok: true }]);
  });

  test.each([['--port', 'x'], ['--grant', '005'], ['--hours', 'always'], ['--unknown']])(
    'refuses the arguments %s %s with the usage',
    async (...args) => {
      const running = start(...args);
      expect(await running.end()).toBe(2);
      expect(running.errors).toContain('gateway [--port');
    },
  );
});
