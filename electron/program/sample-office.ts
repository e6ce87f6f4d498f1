/**
 * The office of practice mode: the sample people of Tirta Contoh and their agreement, entered the way an office enters its own –
 * drafted, signed by two, checked, activated – and in one transaction, so that a first start takes hardly longer than a second.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { weekdayName } from '../calendar/index.ts';
import {
  type Acting,
  type AgreementAct,
  type AgreementProfile,
  appFailure,
  type ConnectionProfile,
  type Employment,
  type Role,
  type ScanKind,
} from '../contract/index.ts';
import type { DirectAct } from '../people/index.ts';
import type { Installation } from './installation.ts';
import type { Office } from './office.ts';
import { inventorySteps } from './sample-inventory.ts';

interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly employment: Employment;
}

const head = person('contoh-pratama', 'Contoh Pratama, S.Contoh', 'Kepala Dinas Pangan dan Perkebunan');
const manager = person('uji-widodo', 'Uji Widodo', 'Pengelola hak akses');
const samOfficer = person('coba-hartono', 'Coba Hartono', 'Petugas TI');
const auditor = person('misal-lestari', 'Misal Lestari', 'Auditor Inspektorat');
/** Who is signed in when practice begins, and the colleague at the next counter. */
const firstOperator = person('simula-ningsih', 'Simula Ningsih', 'Petugas loket');
const secondOperator = person('peraga-santoso', 'Peraga Santoso', 'Petugas loket', 'PPPK');
const operators = [firstOperator, secondOperator];
const everybody = [head, manager, samOfficer, auditor, ...operators];

export const firstSampleOperator = firstOperator.id;

/** Stands in the books of practice; the way that is used leads to the simulators and is known once they are up. */
export const practiceConnection: ConnectionProfile = { closedNetwork: ['127.0.0.0/8'], readers: {} };

export interface SampleOffice {
  readonly agreement: AgreementProfile;
  readonly connection: ConnectionProfile;
  /** Practice has SAM cards in its books; a counter file names the one SAM it has. */
  readonly withInventory?: true;
}

/** Does nothing where a counter serves under an agreement already. */
export function openSampleOffice(
  { store, clock }: Installation,
  office: Office,
  sample: SampleOffice,
): Result<unknown> {
  const chosen = office.agreements.chosen();
  if (!chosen.ok || chosen.value !== undefined) return chosen;
  return store.transaction((): Result<unknown> => {
    const stands = each(steps(office, sample));
    if (!stands.ok) return stands;
    const { profileId: agreementId, signedOn: on } = sample.agreement;
    // Cards are asked for under an agreement that is in force; practice goes on with an agreement that is over.
    const lacks = office.agreements.unfit(agreementId, { kind: 'READ' }, clock.now());
    if (sample.withInventory !== true || lacks !== undefined) return ok(undefined);
    return each(inventorySteps(office, { agreementId, on, byOfficer: bySamOfficer, byManager }));
  });
}

function each(steps: readonly (() => Result<unknown>)[]): Result<unknown> {
  for (const step of steps) {
    const result = step();
    if (!result.ok) return result;
  }
  return ok(undefined);
}

function steps({ people, agreements, approvals, scans }: Office, sample: SampleOffice) {
  const { agreement, connection } = sample;
  const { profileId: agreementId, signedOn } = agreement;
  const letter = { number: '800/001/CONTOH/2026', date: signedOn };

  const staff = (act: DirectAct, by: Acting, id?: string) => () => people.enact(act, by, id);
  const pact = (act: AgreementAct, by: Acting) => () => agreements.act(act, by);
  const operatorId = (who: SamplePerson) => `operator-${who.id}`;

  /** A paper of the sample office: one line that says that it is none. */
  function withScan(name: string, kind: ScanKind, use: (scanId: string) => Result<unknown>) {
    return () => {
      const bytes = new TextEncoder().encode(`%PDF-1.4\n% CONTOH ${kind}\n%%EOF\n`);
      const picked = scans.pick({ name, bytes });
      return picked.ok ? use(picked.value.scanId) : picked;
    };
  }

  function confirmSigning(): Result<unknown> {
    const waiting = approvals.open();
    if (!waiting.ok) return waiting;
    const signing = waiting.value.find(({ subjectId }) => subjectId === agreementId);
    if (signing === undefined) return failed(appFailure('STEP_ORDER', 'sample office', 'nothing to sign'));
    const { proposalId, sha256 } = signing;
    return approvals.decide({ proposalId, sha256, decision: 'CONFIRM', note: 'Contoh' }, byHead, (proposal) =>
      agreements.confirm({ ...proposal, kind: 'SIGNING' }, byHead),
    );
  }

  return [
    ...everybody.map(({ id, name, position, employment }) =>
      staff({ act: 'ADD_PERSON', name, position, employment, employmentNo: '', rank: '' }, bySamOfficer, id),
    ),
    staff({ act: 'RECORD_HEAD', personId: head.id, letter, from: signedOn, acting: false }, bySamOfficer),
    ...(
      [
        [manager, 'ACCESS_MANAGER'],
        [samOfficer, 'SAM_OFFICER'],
        [auditor, 'AUDITOR'],
      ] as const
    ).map(([{ id }, role]) => staff({ act: 'APPOINT', personId: id, role, letter, from: signedOn }, byHead)),
    ...everybody.map(
      ({ id }) =>
        () =>
          people.giveSampleAccount(id, id, bySamOfficer),
    ),
    pact({ act: 'DRAFT', profile: { ...agreement } }, byManager),
    withScan('pks-contoh.pdf', 'AGREEMENT', (scanId) =>
      agreements.act(
        {
          act: 'PROPOSE_SIGNING',
          agreementId,
          scanId,
          weekday: weekdayName(signedOn),
          place: 'Tirta Contoh',
          ...(agreement.approvalLetter === undefined ? { noApprovalLetterReason: 'Contoh' } : {}),
        },
        byManager,
      ),
    ),
    confirmSigning,
    ...operators.flatMap((operator) => [
      staff(
        { act: 'PROPOSE_OPERATOR', personId: operator.id, agreementId, letter },
        byManager,
        operatorId(operator),
      ),
      withScan('nda-contoh.pdf', 'NDA', (scanId) =>
        people.enact(
          {
            act: 'RECORD_NDA',
            operatorId: operatorId(operator),
            scanId,
            signedOn,
            stamped: true,
          },
          byManager,
        ),
      ),
      staff({ act: 'APPROVE_OPERATOR', operatorId: operatorId(operator), dukcapilLetter: letter }, byHead),
    ]),
    withScan('sptjm-contoh.pdf', 'SPTJM', (scanId) =>
      people.enact(
        {
          act: 'RECORD_SPTJM',
          agreementId,
          scanId,
          signedOn,
          stamped: true,
          agreementNumber: agreement.numbers.party2,
        },
        byManager,
      ),
    ),
    () => agreements.installConnection(agreementId, connection, bySamOfficer),
    pact({ act: 'RECORD_USER_ID', agreementId, letter }, byManager),
    pact({ act: 'ACTIVATE', agreementId }, byHead),
    pact({ act: 'CHOOSE', agreementId }, byManager),
    ...operators.map((operator) =>
      staff(
        {
          act: 'ACTIVATE_OPERATOR',
          operatorId: operatorId(operator),
          trainingNote: 'Pelatihan loket selesai (contoh)',
        },
        byManager,
      ),
    ),
  ];
}

function person(id: string, name: string, position: string, employment: Employment = 'PNS'): SamplePerson {
  return { id, name, position, employment };
}

function actingAs({ id }: SamplePerson, role: Role): Acting {
  return { personId: id, roles: [role], counter: 'Mode Latihan' };
}
const byHead = actingAs(head, 'ACCESS_RESPONSIBLE');
const byManager = actingAs(manager, 'ACCESS_MANAGER');
const bySamOfficer = actingAs(samOfficer, 'SAM_OFFICER');
