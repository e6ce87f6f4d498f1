/** A sheet that nobody sees. Once it is laid out and drawn, all that takes longer than most papers is loaded: typefaces, engine, what draws. */
import type { PaperModel } from '../contract/index.ts';

export const trialSheet: PaperModel = {
  kind: 'NDA',
  title: '',
  language: 'id',
  draft: false,
  marking: [],
  head: { kind: 'none' },
  blocks: [
    { kind: 'text', text: [{ text: 'a' }, { text: 'b', style: 'bold' }, { text: 'c', style: 'italic' }] },
    { kind: 'table', widths: [1], head: ['a'], rows: [['b']], dense: false },
  ],
  annexes: [],
  initials: [],
};
