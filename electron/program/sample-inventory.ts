/**
 * The SAM cards of practice mode (domain 8.2): one that reads at Loket 1, one that is suspended, one whose personalisation was
 * asked for. They come into the books by the acts of IT staff and the confirmation of the manager, as any card does.
 */
import { failed, type Result } from '../../native/failure.ts';
import cards from '../../resources/training/sam-cards.json' with { type: 'json' };
import { type Acting, appFailure } from '../contract/index.ts';
import type { Office } from './office.ts';

/** Name of the simulated reader, as the training host lists it. */
const practiceTerminal = 'KETUK Latihan CL Reader 0';

/** As the device test of practice mode finds them. */
const tested = { passed: true, openRefused: false, failures: [], terminal: practiceTerminal };

interface Around {
  readonly agreementId: string;
  /** Date of every paper: the day on which the sample agreement was signed. */
  readonly on: string;
  readonly byOfficer: Acting;
  readonly byManager: Acting;
}

/** Gives the steps; each joins the caller's transaction. */
export function inventorySteps(
  { custody, approvals }: Office,
  { agreementId, on, byOfficer, byManager }: Around,
): readonly (() => Result<unknown>)[] {
  const orderId = `sam-${agreementId}`;
  const letter = (number: string) => ({ number: `${number}/CONTOH/2026`, date: on });
  const samIds = [1, 2, 3].map((place) => `${orderId}-${place}`);
  const request = { letter: letter('020/0231'), ticket: 'SIFILMA-CONTOH-0231', ticketOn: on };
  const places = cards.map((file, index) => ({
    file,
    samId: `${orderId}-${index + 1}`,
    serial: `RDR-CONTOH-0${index + 1}`,
    place: `Loket ${index + 1}`,
  }));

  function activation(samId: string): Result<unknown> {
    const open = approvals.open();
    if (!open.ok) return open;
    const waiting = open.value.find(({ subjectId }) => subjectId === samId);
    if (waiting === undefined) return failed(appFailure('STEP_ORDER', 'sample inventory', samId));
    const { proposalId, sha256 } = waiting;
    return approvals.decide(
      { proposalId, sha256, decision: 'CONFIRM', note: 'Contoh' },
      byManager,
      (proposal) => custody.confirm({ ...proposal, kind: 'SAM_ACTIVATION' }, byManager),
    );
  }

  return [
    () =>
      custody.act(
        {
          act: 'PROCURE',
          agreementId,
          count: samIds.length,
          vendor: 'Penyedia Contoh',
          document: letter('020/0114'),
        },
        byOfficer,
        orderId,
      ),
    () => custody.act({ act: 'REQUEST_PERSO', samIds, ...request }, byOfficer),
    ...places.flatMap(({ samId, serial, place, file }) => {
      const readerId = `reader-${serial}`;
      const device = { serial, model: 'Pembaca Contoh', terminal: practiceTerminal, counter: place };
      return [
        () =>
          custody.act(
            { act: 'RECEIVE', samId, letter: letter('400.12/2211'), serial: file.SERIAL },
            byOfficer,
          ),
        () => custody.importConfiguration(samId, configurationFile(file), byOfficer),
        () => custody.act({ act: 'REGISTER_READER', agreementId, ...device }, byOfficer, readerId),
        () => custody.recordTest(samId, tested, byOfficer),
        () => custody.act({ act: 'PAIR', samId, readerId }, byOfficer),
        () => custody.act({ act: 'PROPOSE_ACTIVATION', samId }, byOfficer),
        () => activation(samId),
      ];
    }),
    () =>
      custody.act(
        { act: 'SUSPEND', samId: samIds[1] ?? '', reason: 'Loket 2 belum dibuka (contoh)' },
        byOfficer,
      ),
  ];
}

function configurationFile(fields: Readonly<Record<string, string>>): Uint8Array {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return new TextEncoder().encode(`# CONTOH\n${lines.join('')}`);
}
