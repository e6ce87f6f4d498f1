/** The pages about agreements: all of them, one of them, and the profile that is being written. */
import type { OpenHome } from '../../../electron/contract/index.ts';
import { AgreementList } from './AgreementList.tsx';
import { AgreementPage } from './AgreementPage.tsx';
import { editorPlace, useEditing } from './editing.ts';
import { ProfileEditor } from './ProfileEditor.tsx';

interface AgreementsPageProps {
  readonly home: OpenHome;
  /** What follows the place in the address. */
  readonly detail: string | undefined;
}

export function AgreementsPage({ home, detail }: AgreementsPageProps) {
  const editing = useEditing((state) => state.editing);
  const mine = editing?.personId === home.person.personId ? editing : undefined;
  if (detail === editorPlace && mine !== undefined) return <ProfileEditor editing={mine} />;
  if (detail === undefined || detail === editorPlace) return <AgreementList home={home} going={mine} />;
  return <AgreementPage key={detail} home={home} agreementId={detail} />;
}
