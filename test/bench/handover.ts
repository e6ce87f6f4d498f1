/** An office whose SAM cards all go back: as many as one annex takes, brought there by the acts of its staff. */
import { createHash } from 'node:crypto';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import { localDay } from '../../electron/calendar/index.ts';
import type { Acting, CustodyAct } from '../../electron/contract/index.ts';
import { openInstallation } from '../../electron/program/installation.ts';
import { type Office, openOffice } from '../../electron/program/office.ts';
import { openSampleOffice, practiceConnection } from '../../electron/program/sample-office.ts';
import { systemClock, trainingWrapper } from '../../electron/store/index.ts';
import { must } from './cannot-measure.ts';

const counter = 'Loket 1';
const officer: Acting = { personId: 'coba-hartono', roles: ['SAM_OFFICER'], counter };
const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter };
const noPasswords = {
  decoy: '',
  hash: () => Promise.reject(new Error('nobody signs in here')),
  fits: () => Promise.reject(new Error('nobody signs in here')),
};

/** Makes an installation for practice in `folder`, with this many cards that were deactivated. */
export async function officeHandingOver(folder: string, count: number): Promise<void> {
  const installation = must(await openInstallation(folder, trainingWrapper, systemClock));
  try {
    const office = openOffice(installation, {
      passwords: noPasswords,
      counter: () => counter,
      practice: true,
      version: '0.0.0',
    });
    const agreement = sampleAgreement();
    must(openSampleOffice(installation, office, { agreement, connection: practiceConnection }));
    must(installation.store.transaction(() => cardsThatGo(office, agreement, count)));
  } finally {
    installation.close();
  }
}

function cardsThatGo(
  office: Office,
  { profileId, timeZone }: ReturnType<typeof sampleAgreement>,
  count: number,
) {
  const { custody } = office;
  const letter = { number: '400.12/0100/CONTOH/2026', date: localDay(Date.now(), timeZone) };
  const act = (order: CustodyAct, id?: string) => must(custody.act(order, officer, id));
  const places = Array.from({ length: count }, (_, at) => String(at + 1).padStart(4, '0'));
  const samIds = places.map((_, at) => `sam-${at + 1}`);
  act({ act: 'PROCURE', agreementId: profileId, count, vendor: 'Penyedia Contoh', document: letter }, 'sam');
  act({ act: 'REQUEST_PERSO', samIds, letter, ticket: 'SIFILMA-CONTOH-0300', ticketOn: letter.date });
  for (const [at, place] of places.entries()) {
    const samId = samIds[at] ?? '';
    const readerId = `reader-${place}`;
    const reader = { serial: `RDR-CONTOH-${place}`, model: 'Pembaca Contoh', terminal: `Pembaca ${place}` };
    const tested = { passed: true, openRefused: false, failures: [], terminal: reader.terminal };
    act({ act: 'RECEIVE', samId, letter, serial: `SAM-CONTOH-${place}` });
    must(custody.importConfiguration(samId, configuration(`SAM-CONTOH-${place}`), officer));
    act({ act: 'REGISTER_READER', agreementId: profileId, ...reader, counter: `Loket ${place}` }, readerId);
    must(custody.recordTest(samId, tested, officer));
    act({ act: 'PAIR', samId, readerId });
    act({ act: 'PROPOSE_ACTIVATION', samId });
    confirmed(office, 'SAM_ACTIVATION');
    act({ act: 'PROPOSE_DEACTIVATION', samId, cause: 'READER_RETIRED', letter });
    confirmed(office, 'SAM_DEACTIVATION');
  }
  return custody.act({ act: 'CONFIRM_DEACTIVATION', samIds, letter }, officer);
}

function confirmed({ approvals, custody }: Office, kind: 'SAM_ACTIVATION' | 'SAM_DEACTIVATION'): void {
  for (const { proposalId, sha256, kind: waiting } of must(approvals.open())) {
    if (waiting !== kind) continue;
    const order = { proposalId, sha256, decision: 'CONFIRM', note: 'Contoh' } as const;
    must(approvals.decide(order, manager, (proposal) => custody.confirm({ ...proposal, kind }, manager)));
  }
}

/** As SIFILMA would hand it over, with invented keys. */
function configuration(serial: string): Uint8Array {
  const digits = createHash('sha512').update(serial).digest('hex');
  const fields = {
    SERIAL: serial,
    PCID: digits.slice(0, 32),
    CONF: digits.slice(32, 96),
    UID: `04${digits.slice(96, 108)}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return new TextEncoder().encode(`# CONTOH\n${lines.join('')}`);
}
