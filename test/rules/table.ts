/** The whole table, chapter by chapter. */
import { agreement } from './chapters/agreement.ts';
import { balikan } from './chapters/balikan.ts';
import { consent } from './chapters/consent.ts';
import { counterFlow } from './chapters/counter-flow.ts';
import { dataScope } from './chapters/data-scope.ts';
import { end } from './chapters/end.ts';
import { inquiry } from './chapters/inquiry.ts';
import { people } from './chapters/people.ts';
import { readerAndSam } from './chapters/reader-and-sam.ts';
import { reporting } from './chapters/reporting.ts';
import { security } from './chapters/security.ts';
import type { Chapter, Rule } from './rule.ts';

export const chapters: readonly Chapter[] = [
  agreement,
  people,
  dataScope,
  inquiry,
  readerAndSam,
  counterFlow,
  consent,
  balikan,
  reporting,
  security,
  end,
];

export const rules: readonly Rule[] = chapters.flatMap((chapter) => chapter.rules);
