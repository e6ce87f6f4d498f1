/** The steps of a walk that change an agreement: its course, its profile, and under which of them the counter serves. */
import { type Acting, type AgreementAct, agreementProfile } from '../../../electron/contract/index.ts';
import { dayIn } from './access-model.ts';
import { acting, heads, onlyBy } from './persons.ts';
import { byHead, confirmOpen, profiles, scanOf, staff } from './seeded-office.ts';
import type { Step } from './steps.ts';
import type { Walk } from './walk.ts';

const hour = 60 * 60_000;

export function takeInAgreement(walk: Walk, step: Extract<Step, { do: 'agreement' }>): void {
  const { program, onlooker } = walk;
  const { model } = onlooker;
  const agreementId = profiles[step.which]?.profileId ?? '';
  const facts = model.factsOf(agreementId);
  const today = dayIn(model.profileOf(agreementId).timeZone, walk.clock.now());
  const letter = { number: '800/002/CONTOH', date: today };
  const by = acting(step.by);
  const act = (asked: AgreementAct, fitting: readonly string[]) =>
    onlyBy(walk, program.office.agreements.act(asked, by), step.by, fitting, step.act);
  switch (step.act) {
    case 'SUSPEND':
      if (act({ act: 'SUSPEND', agreementId, cause: 'INCIDENT', reason: 'Contoh', letter }, heads))
        facts.status = 'SUSPENDED';
      break;
    case 'RESUME':
      if (act({ act: 'RESUME', agreementId, letter }, [staff.head])) facts.status = 'IN_FORCE';
      break;
    case 'TERMINATE':
      if (act({ act: 'TERMINATE', agreementId, cause: 'MUTUAL', letter, effectiveOn: today }, [staff.head]))
        facts.status = 'ENDED';
      break;
    case 'BRIDGE': {
      const until = dayIn(
        'Asia/Jakarta',
        Date.parse(`${model.profileOf(agreementId).lastDayInForce}T12:00:00Z`) + 480 * hour,
      );
      const papers = { scanId: scanOf(program), sptjmScanId: scanOf(program), namesSam: false };
      if (act({ act: 'BRIDGE', agreementId, letter, until, ...papers }, [staff.head]))
        facts.bridge = { until, sam: false };
      break;
    }
    case 'ADDENDUM':
      addendum(walk, agreementId, by);
      break;
    case 'CHOOSE':
      if (program.office.agreements.act({ act: 'CHOOSE', agreementId }, by).ok) model.chosen = agreementId;
  }
  program.changed();
}

/** Takes elements away; a visit that is open keeps what it was briefed with, the next one has less. */
function addendum(walk: Walk, agreementId: string, by: Acting): void {
  const { program, onlooker } = walk;
  const { model } = onlooker;
  const present = model.profileOf(agreementId);
  const less = (elements: readonly string[] | undefined) =>
    elements?.filter((element) => element !== 'ADDRESS');
  const { CARD_READER, WEB_SERVICE, WEB_PORTAL } = present.elements;
  const elements = {
    CARD_READER: less(CARD_READER),
    WEB_SERVICE: less(WEB_SERVICE),
    WEB_PORTAL: less(WEB_PORTAL),
  };
  const profile = agreementProfile.parse({
    ...present,
    profileVersion: model.factsOf(agreementId).versions.length + 1,
    elements: Object.fromEntries(Object.entries(elements).filter(([, granted]) => granted !== undefined)),
    storableFromCard: present.storableFromCard.filter(({ element }) => element !== 'ADDRESS'),
  });
  const proposed = program.office.agreements.act(
    {
      act: 'PROPOSE_VERSION',
      agreementId,
      scanId: scanOf(program),
      cause: 'ADDENDUM',
      letter: { number: '800/003/CONTOH', date: dayIn(present.timeZone, walk.clock.now()) },
      profile: { ...profile },
    },
    by,
  );
  if (!onlyBy(walk, proposed, by.personId, heads, 'proposed an addendum')) return;
  const confirmed = confirmOpen(program, agreementId, byHead);
  if (confirmed?.ok !== true) return;
  if (by.personId === staff.head)
    walk.onlooker.wrong.push('office: the head confirmed what the head proposed');
  model.factsOf(agreementId).versions.push(profile);
}
