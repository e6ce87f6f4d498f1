/** All steps of the schema, in order. */
import { foundation } from './0001-foundation.ts';
import { people } from './0002-people.ts';
import { agreements } from './0003-agreement.ts';
import { requestsOfResidents } from './0004-requests.ts';
import { papers } from './0005-papers.ts';
import { custody } from './0006-custody.ts';
import { holidays } from './0007-holidays.ts';
import { morePapers } from './0008-more-papers.ts';
import { outboxInFull } from './0009-outbox.ts';
import { duties } from './0010-duties.ts';
import { samTests } from './0011-sam-tests.ts';
import { reports } from './0012-reports.ts';
import { incidents } from './0013-incidents.ts';
import { returnedConfigurations } from './0014-returned-configurations.ts';
import { movingReaders } from './0015-moving-readers.ts';
import { incidentLinks } from './0016-incident-links.ts';
import { handoverLists } from './0017-handover-lists.ts';
import { paperKinds } from './0018-paper-kinds.ts';
import { accesses } from './0019-accesses.ts';
import { foundCards } from './0020-found-cards.ts';
import { booksByTime } from './0021-books-by-time.ts';
import { incidentBegun } from './0022-incident-begun.ts';
import { signedWords } from './0023-signed-words.ts';
import { workingWeek } from './0024-working-week.ts';
import { keptByPerson } from './0025-kept-by-person.ts';
import { owedByTime } from './0026-owed-by-time.ts';
import { accessesByVisit } from './0027-accesses-by-visit.ts';
import { endsUnused } from './0028-ends-unused.ts';
import { reportDeliveries } from './0029-report-deliveries.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  foundation,
  people,
  agreements,
  requestsOfResidents,
  papers,
  custody,
  holidays,
  morePapers,
  outboxInFull,
  duties,
  samTests,
  reports,
  incidents,
  returnedConfigurations,
  movingReaders,
  incidentLinks,
  handoverLists,
  paperKinds,
  accesses,
  foundCards,
  booksByTime,
  incidentBegun,
  signedWords,
  workingWeek,
  keptByPerson,
  owedByTime,
  accessesByVisit,
  endsUnused,
  reportDeliveries,
];
