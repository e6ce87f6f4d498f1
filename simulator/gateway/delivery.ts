/** Puts an answer on the wire, whole or spoilt in the way that was asked for. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { SpoilingTrouble } from './trouble.ts';

const oversizedBytes = 16 * 1024 * 1024;
const dripMs = 20;

export function deliver(
  response: ServerResponse,
  answer: Answer,
  spoiling: SpoilingTrouble | undefined,
  cut: () => void,
): void {
  const body = Buffer.from(answer.body, 'utf8');
  switch (spoiling?.kind) {
    case undefined:
      send(response, answer, body);
      break;
    case 'truncated':
      send(response, answer, halfOf(body));
      break;
    case 'oversized':
      send(response, answer, Buffer.concat([Buffer.alloc(spoiling?.bytes ?? oversizedBytes, ' '), body]));
      break;
    case 'cut-off':
      head(response, answer, body.length);
      response.write(halfOf(body), cut);
      break;
    case 'drip':
      head(response, answer, body.length);
      drip(response, body, spoiling?.everyMs ?? dripMs);
      break;
  }
}

function send(response: ServerResponse, answer: Answer, body: Buffer): void {
  head(response, answer, body.length);
  response.end(body);
}

function head(response: ServerResponse, { status, contentType, headers }: Answer, length: number): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': length, ...headers });
}

function halfOf(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

function drip(response: ServerResponse, body: Buffer, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    response.write(body.subarray(sent - 1, sent));
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}
