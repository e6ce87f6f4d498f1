/** The answer to an access request as the pages of the one engine, word by word as it prints in plain text. */
import {
  type AnswerFrame,
  answerFacts,
  answerTexts,
  answerValues,
  trailTexts,
} from './access-answer-words.ts';
import type { PaperBlock, PaperModel, PaperText } from './papers.ts';
import type { RecordView } from './worker-wire.ts';
import { type Tongue, writtenMoment } from './written.ts';

export function accessAnswerPages(record: RecordView, frame: AnswerFrame, tongue: Tongue): PaperModel {
  const text = answerTexts[tongue];
  const { institution, timeZone, trail } = frame;
  return {
    kind: 'ACCESS_ANSWER',
    title: text.title,
    language: tongue,
    draft: false,
    marking: [],
    head: { kind: 'none' },
    blocks: [
      { kind: 'title', lines: [plain(text.title), plain(institution)] },
      facts(answerFacts(record, frame, tongue)),
      heading(text.values),
      facts(answerValues(record, tongue)),
      { kind: 'text', text: plain(text.balikan) },
      heading(text.trail),
      {
        kind: 'table',
        widths: [30, 45, 25],
        head: [text.when, text.what, text.who],
        rows: trail.map(({ event, at, actor }) => [
          writtenMoment(at, timeZone, tongue),
          trailTexts[event][tongue],
          actor,
        ]),
        dense: false,
      },
    ],
    annexes: [],
    initials: [],
  };
}

function facts(rows: readonly (readonly [label: string, words: string])[]): PaperBlock {
  return { kind: 'facts', rows: rows.map(([label, words]) => ({ label, value: plain(words) })) };
}

function heading(words: string): PaperBlock {
  return { kind: 'text', text: [{ text: words, style: 'bold' }] };
}

function plain(text: string): PaperText {
  return [{ text }];
}
