/**
 * One of the two servers, lookup or data balikan: takes requests on its https and http ports, lets the trouble of the moment strike,
 * and keeps a journal of facts about every request.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, htmlPage } from './answer.ts';
import { type Certificate, createCertificate } from './certificate.ts';
import { deliver } from './delivery.ts';
import { Listener, loopback } from './listener.ts';
import type { HttpRequest } from './lookup.ts';
import {
  isSpoiling,
  type LineTrouble,
  type ReplacingTrouble,
  type RequestTrouble,
  TroubleQueue,
} from './trouble.ts';

/** What became of one request. Bodies are kept only on demand. */
export interface JournalEntry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly status: number;
  readonly outcome: string;
  readonly trouble?: string;
  readonly body?: string;
}

interface ServiceParts {
  readonly ports: { readonly https: number; readonly http: number };
  readonly certificate: Certificate;
  readonly now: () => number;
  readonly delayMs: () => number;
  readonly keepBodies: boolean;
  /** The server's decision. */
  readonly answer: (request: HttpRequest) => Answer;
  /** The answer that a replacing trouble gives instead. */
  readonly replacement: (trouble: ReplacingTrouble, request: HttpRequest) => Answer;
}

const bodyLimit = 1024 * 1024;
const journalLimit = 10_000;

export class Service {
  readonly #parts: ServiceParts;
  readonly #https: Listener;
  readonly #http: Listener;
  readonly #troubles = new TroubleQueue();
  readonly #journal: JournalEntry[] = [];
  #wrongCertificate = false;
  #certificate: Certificate;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    this.#certificate = parts.certificate;
    this.#https = new Listener(
      parts.ports.https,
      parts.certificate,
      this.#listenerOf(() => this.#https),
    );
    this.#http = new Listener(
      parts.ports.http,
      undefined,
      this.#listenerOf(() => this.#http),
    );
  }

  async open(): Promise<void> {
    await this.#become('open');
  }

  async close(): Promise<void> {
    await this.#become('shut');
  }

  get origins(): { https: string; http: string } {
    return {
      https: `https://${loopback}:${this.#https.port}`,
      http: `http://${loopback}:${this.#http.port}`,
    };
  }

  journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  async lineTrouble({ kind }: LineTrouble): Promise<void> {
    await this.noTrouble();
    if (kind === 'refuse') return this.#become('shut');
    if (kind === 'mute') return this.#become('mute');
    this.#wrongCertificate = true;
    this.#https.present(await createCertificate());
  }

  renewCertificate(certificate: Certificate): void {
    this.#certificate = certificate;
    if (!this.#wrongCertificate) this.#https.present(certificate);
  }

  async requestTrouble(trouble: RequestTrouble): Promise<void> {
    await this.noTrouble();
    this.#troubles.set(trouble);
  }

  async noTrouble(): Promise<void> {
    this.#troubles.set(undefined);
    if (this.#wrongCertificate) this.#https.present(this.#certificate);
    this.#wrongCertificate = false;
    await this.#become('open');
  }

  async #become(state: 'open' | 'shut' | 'mute'): Promise<void> {
    await Promise.all([this.#https.become(state), this.#http.become(state)]);
  }

  #listenerOf(listener: () => Listener): RequestListener {
    return (incoming, response) => {
      // The client may hang up at any moment; a server goes on.
      response.on('error', () => response.destroy());
      readBody(incoming).then(
        (body) => this.#serve(listener(), incoming, body, response),
        () => response.destroy(),
      );
    };
  }

  #serve(listener: Listener, incoming: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const request = requestOf(incoming, body);
    const trouble = this.#troubles.take();
    const answer = this.#answerUnder(trouble, request);
    this.#write(incoming, request, answer, trouble);
    if (trouble?.kind === 'stall') return;
    if (trouble?.kind === 'reset') {
      listener.reset(incoming);
      return;
    }

    // The quota day is the server's day, so the server tells its own time.
    response.sendDate = false;
    response.setHeader('Date', new Date(this.#parts.now()).toUTCString());
    const spoiling = trouble !== undefined && isSpoiling(trouble) ? trouble : undefined;
    const respond = () => deliver(response, answer, spoiling, () => response.destroy());
    const delay = this.#parts.delayMs();
    if (delay <= 0) {
      respond();
      return;
    }
    const timer = setTimeout(respond, delay);
    response.once('close', () => clearTimeout(timer));
  }

  #answerUnder(trouble: RequestTrouble | undefined, request: HttpRequest): Answer {
    if (request.body.length > bodyLimit) return htmlPage(413, 'Payload Too Large');
    if (trouble === undefined || isSpoiling(trouble)) return this.#parts.answer(request);
    const done = trouble.moment === 'after' ? this.#parts.answer(request).outcome : 'untouched';
    return { ...this.#parts.replacement(trouble, request), outcome: done };
  }

  #write(
    incoming: IncomingMessage,
    request: HttpRequest,
    answer: Answer,
    trouble: RequestTrouble | undefined,
  ): void {
    const entry: JournalEntry = {
      at: this.#parts.now(),
      method: request.method,
      path: request.path,
      headers: incoming.headers,
      status: answer.status,
      outcome: answer.outcome,
      ...(trouble === undefined ? {} : { trouble: trouble.kind }),
      ...(this.#parts.keepBodies ? { body: request.body.toString('utf8') } : {}),
    };
    this.#journal.push(entry);
    if (this.#journal.length > journalLimit) this.#journal.shift();
  }
}

function requestOf(incoming: IncomingMessage, body: Buffer): HttpRequest {
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    contentType: incoming.headers['content-type'] ?? '',
    authorization: incoming.headers.authorization,
    body,
  };
}

/** The body; of one that is too long, only enough to know it. The rest is read and dropped, so that the client hears the refusal. */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    if (length <= bodyLimit) chunks.push(Buffer.from(chunk));
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}
