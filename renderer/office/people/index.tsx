/** The people of the office: who they are, what they may, and what the person here may do about them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endedStatuses } from '../../../electron/contract/agreement-state.ts';
import type { AgreementRow, OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import type { Wanted } from './about.ts';
import { PeopleList } from './PeopleList.tsx';
import { PersonAct } from './PersonAct.tsx';
import { PersonDetail } from './PersonDetail.tsx';

interface PeoplePageProps {
  readonly home: OpenHome;
  /** Whose page is open. */
  readonly detail: string | undefined;
}

export function PeoplePage({ home, detail }: PeoplePageProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Wanted>();
  const { rows: view } = useList(
    () => ask('people.list', undefined),
    (answer) => answer.value,
  );
  const agreements = useAgreements(home);
  const person = view?.people.find(({ personId }) => personId === detail);
  const dialog = wanted !== undefined && (
    <PersonAct wanted={wanted} agreements={agreements} onClose={() => setWanted(undefined)} />
  );

  if (view === undefined) return <Screen name="people" title={t('nav.people')} actions={[]} />;
  if (detail !== undefined) {
    return (
      <>
        <PersonDetail person={person} agreements={agreements} onWant={setWanted} />
        {dialog}
      </>
    );
  }
  const actions: Action[] = [
    { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
  ];
  if (view.mayAdd) {
    actions.push({
      key: keys.primary,
      label: t('people.add'),
      run: () => setWanted({ act: 'ADD_PERSON' }),
      kind: 'primary',
    });
  }
  return (
    <>
      <Screen name="people" title={t('nav.people')} lead={t('people.lead')} actions={actions}>
        <PeopleList view={view} agreements={agreements} onWant={setWanted} />
      </Screen>
      {dialog}
    </>
  );
}

/** Those that give access and have not ended, for who may look at them; others see their ids. */
function useAgreements(home: OpenHome): readonly AgreementRow[] {
  const mayLook = home.person.maySee.includes('DRAFT_AGREEMENT');
  const { rows } = useList(
    () => (mayLook ? ask('agreements.list', undefined) : Promise.resolve({ ok: true, value: [] } as const)),
    (answer) => answer.value,
  );
  return (rows ?? []).filter(({ kind, status }) => kind === 'DUKCAPIL_ACCESS' && !endedStatuses.has(status));
}
