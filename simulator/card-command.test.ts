/** The program `simulate -- card`: its one line, its obedience, its refusals. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import { runCardCommand } from './card-command.ts';
import { SimulatedCounter } from './counter.ts';
import { institutionSecrets } from './crypto/index.ts';

function streams() {
  return { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
}

/** A driver that asks everyone who comes for the ATR. */
async function driver() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
    socket.write(Uint8Array.of(0, 1, 4));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, sockets, port: String((server.address() as AddressInfo).port) };
}

test('prints one line that tells how to open the SAM, and leaves both slots at the end of input', async () => {
  const card = await driver();
  const sam = await driver();
  const io = streams();
  const ports = ['--card-port', card.port, '--sam-port', sam.port];
  const ended = runCardCommand(['--institution', 'UJI', '--type', 'B', ...ports], io);
  const [line] = (await once(io.output, 'data')) as [Buffer];
  const secrets = institutionSecrets('UJI');
  expect(JSON.parse(line.toString())).toEqual({
    ready: true,
    pcid: toHex(secrets.pcid),
    conf: toHex(secrets.conf),
    samUid: toHex(secrets.samUid),
    atr: {
      card: expect.stringMatching(/^3B8C800150.{8}30AAAA017781D7..$/),
      sam: expect.stringMatching(/^3B98/),
    },
  });
  expect([card.sockets.size, sam.sockets.size]).toEqual([1, 1]);
  const closed = [...card.sockets].map((socket) => once(socket, 'close'));
  io.input.write('remove\n');
  await Promise.all(closed);
  expect([card.sockets.size, sam.sockets.size]).toEqual([0, 1]);
  io.input.write('nonsense\n');
  expect(String(await once(io.errors, 'data'))).toMatch(/unknown command: nonsense/);
  io.input.end();
  expect(await ended).toBe(0);
  card.server.close();
  sam.server.close();
});

test.each([
  [['--type', 'C'], /--type is A or B/],
  [['--cc', '30'], /--cc is 24, 29 or 51/],
  [['--timing', 'fast'], /--timing is one of/],
  [['--resident', 'R9'], /no such resident: R9/],
  [['--variant', 'melted'], /no such variant: melted/],
  [['--card-port', '0'], /a port is a number/],
  [['--colour', 'red'], /--colour/],
])('refuses %j with a reason, the usage and exit code 2', async (args, reason) => {
  const io = streams();
  expect(await runCardCommand(args, io)).toBe(2);
  const told = String(io.errors.read());
  expect(told).toMatch(reason);
  expect(told).toMatch(/usage: npm run simulate -- card/);
});

test('a counter obeys every word of the command and tells what it does not understand', () => {
  const counter = new SimulatedCounter({ resident: 'R1' });
  const told = (line: string) => counter.obey(line);
  expect(told('remove')).toBeUndefined();
  expect(counter.cardSlot.present()).toBe(false);
  expect(told('resident R2')).toBeUndefined();
  expect(counter.resident().id).toBe('R2');
  expect(counter.cardSlot.present()).toBe(true);
  expect(told('resident X12')).toBeUndefined();
  expect(counter.resident().nik).toMatch(/^40\d{14}$/);
  expect(told('variant bank-card')).toBeUndefined();
  expect(told('variant none')).toBeUndefined();
  expect(told('sam-remove')).toBeUndefined();
  expect(counter.samSlot.present()).toBe(false);
  expect(told('sam-insert')).toBeUndefined();
  expect(told('tear 7')).toBeUndefined();
  expect(told('trouble slow')).toBeUndefined();
  expect(told('sam-trouble none')).toBeUndefined();
  expect(['sam locked', 'sam other', 'sam own'].map(told)).toEqual([undefined, undefined, undefined]);
  expect(told('sam stolen')).toContain('own, other, locked');
  expect(told('tear soon')).toMatch(/exchange/);
  expect(told('resident R9')).toMatch(/R9/);
  expect(told('variant melted')).toMatch(/melted/);
  expect(told('trouble big')).toMatch(/none, slow, silent, noisy/);
});
