/**
 * A line between program and gateway on which requests get lost or arrive twice and answers get lost, as the dice have it. A lost answer
 * is lost behind the server: it has taken what was sent.
 */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dice } from '../dice.ts';

export interface Line {
  readonly origin: string;
  /** From now on, or no longer. */
  isBad: boolean;
  readonly lost: () => number;
  readonly dropped: () => number;
  readonly doubled: () => number;
  close(): Promise<void>;
}

interface Answered {
  readonly status: number;
  readonly body: Buffer;
}

export async function badLine(target: string, dice: Dice): Promise<Line> {
  const agent = new Agent({ keepAlive: true });
  let lost = 0;
  let dropped = 0;
  let doubled = 0;

  function forward(from: IncomingMessage, body: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const { method, url, headers } = from;
      const to = request(`${target}${url}`, { agent, method, headers }, async (answer) => {
        resolve({ status: answer.statusCode ?? 502, body: await wholeOf(answer) });
      });
      to.on('error', reject);
      to.end(body);
    });
  }

  async function pass(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const body = await wholeOf(from);
    const [loses, drops, doubles] = [0.1, 0.15, 0.15].map((chance) => line.isBad && dice.chance(chance));
    if (loses === true) {
      lost += 1;
      from.socket.destroy();
      return;
    }
    const first = await forward(from, body);
    const second = doubles === true ? await forward(from, body) : undefined;
    doubled += Number(doubles);
    dropped += Number(drops);
    if (drops === true) {
      from.socket.destroy();
      return;
    }
    const { status, body: answer } = second !== undefined && dice.chance(0.5) ? second : first;
    to.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': answer.length }).end(answer);
  }

  const server = createServer((from, to) => {
    // Whoever asked was killed meanwhile.
    pass(from, to).catch(() => from.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: Line = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isBad: true,
    lost: () => lost,
    dropped: () => dropped,
    doubled: () => doubled,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return line;
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
