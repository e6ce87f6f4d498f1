/** The door of what the access manager does about data balikan: the buttons of a row, and the dialogs behind them. */

export { type HandledAct, HandleItem, handledActs } from './HandleItem.tsx';
export { HandOver } from './HandOver.tsx';
export { useProblemWords } from './problem-words.ts';
export { UnsignedLists } from './UnsignedLists.tsx';
