/** How a paper would print while it is being filled in: by the very code that prints it, page by page. */
import { useEffect, useRef, useState } from 'react';
import { type PaperOrder, type PaperPreview, paperOrder } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import type { Draft } from '../parts/index.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';

/** Long enough for the next letter, too short to be waited for. */
const typingMs = 200;

interface Seen {
  /** What it says, for who does not see its pages. */
  readonly shown?: PaperPreview;
  readonly file?: PdfFile;
}

export function usePreview(draft: Draft) {
  const [seen, setSeen] = useState<Seen>({});
  const [refused, setRefused] = useState<Failure>();
  const turn = useRef<Promise<void>>(Promise.resolve());
  const first = useRef(true);

  useEffect(() => {
    const order = paperOrder.safeParse(previewable(draft));
    if (!order.success) return;
    let wanted = true;
    // One after the other: a long paper takes longer to lay out than a letter to type.
    const begin = () => {
      turn.current = turn.current.then(() =>
        look(
          order.data,
          () => wanted,
          (news) => setSeen((before) => ({ ...before, ...news })),
          setRefused,
        ),
      );
    };
    const timer = window.setTimeout(begin, first.current ? 0 : typingMs);
    first.current = false;
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [draft]);

  const { file } = seen;
  useEffect(() => () => file?.close(), [file]);
  return { ...seen, refused, setRefused };
}

async function look(
  order: PaperOrder,
  wanted: () => boolean,
  show: (news: Seen) => void,
  refuse: (failure: Failure | undefined) => void,
): Promise<void> {
  if (!wanted()) return;
  const [said, beginning] = await Promise.all([
    ask('papers.preview', order),
    ask('papers.pages', { order, part: 'BEGINNING' }),
  ]);
  if (!wanted()) return;
  if (!said.ok) return refuse(said.failure);
  show({ shown: said.value });
  if (!beginning.ok) return refuse(beginning.failure);
  refuse(undefined);
  await draw(beginning.value.pdf);
  if (beginning.value.whole || !wanted()) return;
  const whole = await ask('papers.pages', { order, part: 'WHOLE' });
  if (whole.ok) await draw(whole.value.pdf);
  else if (wanted()) refuse(whole.failure);

  async function draw(pdf: Uint8Array): Promise<void> {
    const file = await openPdf(pdf);
    if (wanted()) show({ file });
    else file.close();
  }
}

/** What stands on the sheet while something is still missing: dots in its place. */
function previewable(draft: Draft): Draft {
  const { day, number, sequence, subjectId, letterhead, place, reason, ...others } = draft;
  const dotted = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value : '............';
  const head = typeof letterhead === 'object' && letterhead !== null ? (letterhead as Draft) : {};
  return {
    ...others,
    place: dotted(place),
    ...(reason === undefined ? {} : { reason: reason === '' ? 'BERAKHIR' : reason }),
    letterhead: {
      ...head,
      government: dotted(head['government']),
      office: dotted(head['office']),
      address: dotted(head['address']),
    },
    ...(day === '' ? {} : { day }),
    ...(subjectId === '' || subjectId === undefined ? {} : { subjectId }),
    ...(number === '' || number === undefined ? {} : { number }),
    ...(sequence === '' || sequence === undefined ? {} : { sequence }),
  };
}
