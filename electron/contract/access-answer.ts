/**
 * The answer to an access request as plain text: what is kept of the resident and what happened to it. It prints where no pages can be
 * laid out or the system prints no PDF, from the process that opened the record (docs/decisions/0010-printing-by-the-visit.md).
 */
import {
  type AnswerFrame,
  answerFacts,
  answerTexts,
  answerValues,
  trailTexts,
} from './access-answer-words.ts';
import { centred, hanging, labelled, wrapped } from './paper-lines.ts';
import type { RecordView } from './worker-wire.ts';
import { type Tongue, writtenMoment } from './written.ts';

export function accessAnswer(record: RecordView, frame: AnswerFrame, tongue: Tongue): string {
  const text = answerTexts[tongue];
  const { institution, timeZone, trail } = frame;
  return [
    centred(text.title),
    centred(institution),
    '',
    ...answerFacts(record, frame, tongue).flatMap(([label, words]) => labelled(label, words)),
    '',
    text.values,
    ...answerValues(record, tongue).flatMap(([label, value]) => labelled(`  ${label}`, value)),
    '',
    ...wrapped(text.balikan),
    '',
    text.trail,
    ...trail.flatMap(({ event, at, actor }) =>
      hanging(`  ${writtenMoment(at, timeZone, tongue)}: `, `${trailTexts[event][tongue]} (${actor})`),
    ),
    '',
  ].join('\n');
}
