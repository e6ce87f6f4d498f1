/** The figures of the bench: their names, what they mean and how far they must reach. Other programs rely on the names. */

export const PARTS = [
  'apdu',
  'read',
  'start',
  'memory',
  'desk',
  'outbox',
  'million',
  'audit',
  'renderer',
  'document',
] as const;
export type Part = (typeof PARTS)[number];

export interface Figure {
  readonly part: Part;
  readonly meaning: string;
  readonly digits: number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const figures = {
  'apdu.overheadRatio': {
    part: 'apdu',
    meaning: 'our whole stack per exchange, over the bare binding',
    digits: 3,
    atMost: 1.15,
  },
  'read.traced.tapToIdentityMs': {
    part: 'read',
    meaning: 'from the tap to the identity, at the speed of a measured reader, ms',
    digits: 0,
    atMost: 2300,
  },
  'read.traced.ratioToLowerBound': {
    part: 'read',
    meaning: 'the same, over the lower bound of the cost model',
    digits: 3,
    atMost: 1.05,
  },
  'read.traced.ratioToPublicOrder': {
    part: 'read',
    meaning: 'how many times longer the public order and chunking take',
    digits: 2,
    atLeast: 3,
  },
  'start.ratioToEmptyWindow': {
    part: 'start',
    meaning: 'launch to first screen, over an empty Electron window',
    digits: 2,
    atMost: 1.5,
  },
  'start.historyRatio': {
    part: 'start',
    meaning: 'with a million log entries and 100 000 inquiries behind it, over a new installation',
    digits: 2,
    atMost: 1.2,
  },
  'memory.ratioToEmptyWindow': {
    part: 'memory',
    meaning: 'all processes at rest (proportional set size), over the empty window',
    digits: 2,
    atMost: 1.5,
  },
  'desk.permitMsP99.empty': {
    part: 'desk',
    meaning: '99th percentile of a durable permit decision in a new installation, ms',
    digits: 2,
  },
  'desk.permitMsP99.full': {
    part: 'desk',
    meaning: 'the same with a million log entries and 100 000 inquiries behind it, ms',
    digits: 2,
  },
  'desk.permitMsP99.ofHistory': {
    part: 'desk',
    meaning: 'the latter less the former, ms',
    digits: 2,
    atMost: 2,
  },
  'outbox.commitMsP99': {
    part: 'outbox',
    meaning: '99th percentile of a durable enqueue, ms',
    digits: 2,
  },
  'outbox.ratioToRawCommit': {
    part: 'outbox',
    meaning: 'the same, over a raw FULL commit',
    digits: 2,
    atMost: 2,
  },
  'outbox.million.start': {
    part: 'million',
    meaning: 'opening the books with a million items of five years, over those of the first day',
    digits: 2,
    atMost: 1.2,
  },
  'outbox.million.enqueue': {
    part: 'million',
    meaning: 'a durable enqueue, over the same on the first day',
    digits: 2,
    atMost: 1.2,
  },
  'outbox.million.next': {
    part: 'million',
    meaning: 'taking the next item, over the same on the first day',
    digits: 2,
    atMost: 1.2,
  },
  'outbox.million.list': {
    part: 'million',
    meaning: 'a page of the list, from question to answer, over the same on the first day',
    digits: 2,
    atMost: 1.2,
  },
  'outbox.million.search': {
    part: 'million',
    meaning: 'finding a registration number, from question to answer, over the same on the first day',
    digits: 2,
    atMost: 1.2,
  },
  'outbox.million.counts': {
    part: 'million',
    meaning: 'what waits, how old, and what needs a person, over the same on the first day',
    digits: 2,
    atMost: 1.2,
  },
  'audit.verify1MMs': {
    part: 'audit',
    meaning: 'verifying an exported log of a million entries, ms',
    digits: 0,
    atMost: 10_000,
  },
  'renderer.firstLoadGzipKb': {
    part: 'renderer',
    meaning: 'what the window loads before its first screen, kB gzip',
    digits: 1,
    atMost: 250,
  },
  'document.bast300Ms.preview': {
    part: 'document',
    meaning: 'a BAST with 300 SAM cards, from its fields to the content that is shown, ms',
    digits: 1,
    atMost: 1000,
  },
  'document.bast300Ms.pdf': {
    part: 'document',
    meaning: 'the same as a PDF, from the order to its bytes, in a process of its own, ms',
    digits: 0,
    atMost: 2000,
  },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;

/** What one part measured: its figures, and the raw numbers they were made of. */
export interface Measured {
  readonly figures: Partial<Record<FigureName, number>>;
  readonly raw: Readonly<Record<string, number>>;
}

/** Those of `measured` that do not reach what was promised. */
export function missed(measured: Measured['figures']): FigureName[] {
  return figureNames().filter((name) => {
    const value = measured[name];
    const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Figure = figures[name];
    return value !== undefined && (value > atMost || value < atLeast);
  });
}

export function figureNames(): FigureName[] {
  return Object.keys(figures) as FigureName[];
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
