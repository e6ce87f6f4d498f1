/** An incident: who serves pulls the stop with a resident on the screen, which puts it on record; the head finds a breach and lifts the stop. */
import type { Counter } from '../../support/counter.ts';
import { head, officer, untilHome } from './people.ts';

const incidentNumber = 'INS-24';

/** Who serves may pull the stop where they look after the devices as well. */
export function entrustWithStop(counter: Counter): Promise<void> {
  const letter = { number: '800/031/CONTOH/2026', date: '2026-11-20' };
  const appoint = {
    act: 'APPOINT',
    personId: officer,
    role: 'SAM_OFFICER',
    letter,
    from: letter.date,
  } as const;
  return counter.atHome(async () => {
    await counter.as(head, () => counter.told('people.act', appoint));
  });
}

export async function emergencyStop(counter: Counter): Promise<void> {
  const stop = { reference: incidentNumber, reason: 'Layar difoto' };
  await counter.window.run(`void window.ketuk.invoke('desk.emergencyStop', ${JSON.stringify(stop)})`);
  await untilHome(counter);
  counter.lift();
  await counter.as(head, async () => {
    const [incident] = await counter.told('incidents.list');
    await counter.told('incidents.act', { act: 'CONFIRM_BREACH', incidentId: incident?.incidentId ?? '' });
    await counter.told('desk.liftEmergencyStop', { reference: incidentNumber });
  });
  await counter.next();
}
