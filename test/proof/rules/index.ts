/**
 * The proof of the rules: random sequences of events are played on the real program – encrypted store, office, desk, policy, visit core,
 * card reader code and gateway client over simulators, in one process and with a clock of its own – and after every event what is shown,
 * kept, permitted and owed is held against a second reckoning. A violation is shrunk to the smallest case.
 */
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import type { ConnectionProfile } from '../../../electron/contract/index.ts';
import { ready } from '../../../electron/sealing/index.ts';
import { type SimulatedGateway, startGateway } from '../../../simulator/gateway/index.ts';
import type { SimulatedCounter } from '../../../simulator/index.ts';
import { counterFileOf } from '../../support/world.ts';
import type { Campaign, Verdict } from '../campaign.ts';
import { registerApplicants } from './applicants.ts';
import { copyOf, profiles, seedOffice } from './seeded-office.ts';
import { type Script, type Step, scripts } from './steps.ts';
import { take } from './take.ts';
import { type Surroundings, Walk } from './walk.ts';

/** So many walks come to everything that is worth trying; a campaign that came to none of it has proved nothing. */
const enough = 1000;
const worthTrying = [
  ...[
    'READ permitted',
    'INQUIRE permitted',
    'CLOSED_SERVED',
    'kept',
    'record opened',
    'halted',
    'SECOND_OFFICER',
  ],
  ...['CONSENT_REFUSED', 'UNVERIFIED_CONTINUED', 'RESULT_MISMATCH', 'RESULT_NO_DATA', 'HOLDER_FAILED'],
  ...['NIK_TOO_FAST', 'NIK_SEQUENTIAL', 'QUOTA_EXHAUSTED_LOCAL', 'LOOKUPS_STOPPED', 'STORE_DISK_FULL'],
] as const;

export async function proveRules({ count, seed, say }: Campaign): Promise<Verdict> {
  await ready();
  const seeded = await seedOffice();
  const gateway = await startGateway({ dailyQuota: 1_000_000_000 });
  registerApplicants(gateway);
  const reached = new Map<string, number>();
  let played = 0;
  let present: Walk | undefined;
  const threw = (error: unknown) => present?.onlooker.threw(error);
  // What is thrown where nobody waits for it belongs to the walk that goes on.
  process.on('unhandledRejection', threw);
  process.on('uncaughtException', threw);
  try {
    const property = fc.asyncProperty(scripts, async (script) => {
      const begun = (walk: Walk) => {
        present = walk;
      };
      const wrong = await playedWith(script, gateway, begun, {
        office: () => copyOf(seeded),
        connection: (counter) => connectionOf(gateway, counter, script.method),
        reached: (what) => reached.set(what, (reached.get(what) ?? 0) + 1),
      });
      played += 1;
      if (played % 50 === 0) say(`${played} of ${count} walks`);
      if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
    });
    const details = await fc.check(property, { numRuns: count, seed });
    if (details.failed) sayCase(details, seed, say);
    const missed = count < enough ? [] : [...worthTrying].filter((what) => !reached.has(what));
    say(
      `reached: ${[...reached]
        .sort()
        .map(([what, times]) => `${what} ${times}`)
        .join(', ')}`,
    );
    if (missed.length > 0) say(`never reached, so nothing is proved: ${missed.join(', ')}`);
    return {
      held: !details.failed && missed.length === 0,
      figures: { walks: details.numRuns, violations: details.failed ? 1 : 0 },
    };
  } finally {
    process.off('unhandledRejection', threw);
    process.off('uncaughtException', threw);
    await gateway.close();
    await rm(seeded, { recursive: true, force: true });
  }
}

const lowerCase = { nik: 'nik', userId: 'user_id', password: 'password', ipUser: 'ip_user' } as const;

function connectionOf(
  gateway: SimulatedGateway,
  counter: SimulatedCounter,
  method: Script['method'],
): ConnectionProfile {
  const { connection } = counterFileOf(gateway, counter);
  const { gateway: profile, ...others } = connection;
  if (profile === undefined) return others;
  const { certificateSha256: _pin, ...unpinned } = profile;
  const { methods } = gateway.consumer;
  const asked =
    method === 'MATCH'
      ? { method, methodName: methods.match }
      : // This installation writes the members of the two requests in different letters.
        { method, methodName: methods.fetch, keys: lowerCase };
  // Without TLS, which has proofs of its own: a handshake for every visit would take most of the time.
  return { ...others, gateway: { ...unpinned, ...asked, baseUrl: gateway.address.gateway.http } };
}

/** Gives what was wrong first, and nothing when the walk held. */
async function playedWith(
  script: Script,
  gateway: SimulatedGateway,
  begun: (walk: Walk) => void,
  surroundings: Surroundings,
): Promise<string[]> {
  await gateway.trouble({ kind: 'none' });
  const walk = await Walk.begin(surroundings);
  begun(walk);
  try {
    const before: Step[] = [
      { do: 'agreement', act: 'CHOOSE', which: script.agreement, by: 'uji-widodo' },
      { do: 'sit', who: 'simula-ningsih' },
    ];
    for (const step of [...before, ...script.steps]) {
      await take(walk, gateway, step);
      if (walk.onlooker.wrong.length > 0) return walk.onlooker.wrong;
    }
  } finally {
    await walk.end();
  }
  return walk.onlooker.wrong;
}

function sayCase(details: fc.RunDetails<[Script]>, seed: number, say: Campaign['say']): void {
  const [script] = details.counterexample ?? [];
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  say(`smallest case (--seed ${seed}), after ${details.numShrinks} times smaller:`);
  if (script !== undefined) {
    say(`  gateway asked by ${script.method}, under ${profiles[script.agreement]?.profileId ?? ''}`);
    for (const step of script.steps) say(`  ${JSON.stringify(step)}`);
  }
  say(reason);
}
