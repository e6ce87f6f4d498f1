/**
 * The real gateway client against the simulated gateway, as one visit uses it. Its answers can be kept waiting, so that anything may
 * happen while one is under way, and the walk can tell when nothing is on the wire.
 */
import type { VisitBriefing } from '../../../electron/contract/index.ts';
import { createGatewayClient } from '../../../electron/gateway/index.ts';
import type { Clock } from '../../../electron/store/index.ts';
import type { Inquirer, InquiryAnswer } from '../../../electron/visit/ports.ts';

export class PatientGateway {
  /** Answers stay on the wire until they are let go. */
  #waits = false;
  #held: (() => void)[] = [];
  #onWire = 0;
  /** Of those on the wire: the client waits before it asks once more. */
  #pausing = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isBusy(): boolean {
    return this.#onWire > this.#pausing;
  }

  wait(waits: boolean): void {
    this.#waits = waits;
    if (!waits) for (const letGo of this.#held.splice(0)) letGo();
  }

  /** @param answered told of the NIK that was asked about, and what came back */
  inquirer(
    { connection }: VisitBriefing,
    answered: (nik: string | undefined, answer: InquiryAnswer) => void,
  ): Inquirer | undefined {
    const { gateway: profile, closedNetwork } = connection;
    if (profile === undefined) return undefined;
    const client = createGatewayClient({
      profile,
      closedNetwork,
      clock: { after: (ms, call) => this.#pause(ms, call) },
      random: () => 0.5,
    });
    const through = async (
      nik: string | undefined,
      signal: AbortSignal | undefined,
      ask: () => Promise<InquiryAnswer>,
    ): Promise<InquiryAnswer> => {
      this.#onWire += 1;
      const answer = await ask();
      this.#onWire -= 1;
      await this.#letGo(signal);
      answered(nik, answer);
      return answer;
    };
    return {
      match: (values, granted, signal) =>
        through(values.get('NIK')?.reveal(), signal, () => client.match(values, granted, signal)),
      fetch: (nik, granted, signal) =>
        through(nik.reveal(), signal, () => client.fetch(nik, granted, signal)),
      networkLamp: () => client.networkLamp(),
      close: () => client.close(),
    };
  }

  #pause(ms: number, call: () => void): () => void {
    this.#pausing += 1;
    let over = false;
    const end = () => {
      if (over) return false;
      over = true;
      this.#pausing -= 1;
      return true;
    };
    const takeBack = this.#clock.after(ms, () => {
      if (end()) call();
    });
    return () => {
      end();
      takeBack();
    };
  }

  #letGo(signal: AbortSignal | undefined): Promise<void> {
    if (!this.#waits || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#held.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
