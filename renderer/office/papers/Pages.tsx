/** The pages of a PDF below each other, as wide as their place. Only what is near the screen is drawn, and nothing flickers. */
import { useElementSize, useIntersection } from '@mantine/hooks';
import type { PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pages.module.css';
import type { PdfFile } from './pdf-file.ts';

export function Pages({ file: { pages } }: { file: PdfFile }) {
  return (
    <ol className={classes.pages}>
      {pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the third page stays the third when what is on it changes
        <Page key={index} page={page} count={pages.length} />
      ))}
    </ol>
  );
}

function Page({ page, count }: { page: PDFPageProxy; count: number }) {
  const { t } = useTranslation();
  const size = useElementSize<HTMLDivElement>();
  const { ref: nearby, entry } = useIntersection({ rootMargin: '60% 0%' });
  const place = useRef<HTMLDivElement>(null);
  useDrawn(page, place, size.width, entry?.isIntersecting === true);
  const { width, height } = page.getViewport({ scale: 1 });
  return (
    <li ref={nearby}>
      <div
        ref={(element) => {
          place.current = element;
          size.ref(element);
        }}
        className={classes.page}
        style={{ aspectRatio: `${width} / ${height}` }}
        role="img"
        aria-label={t('papers.page', { page: page.pageNumber, pages: count })}
      />
      <p aria-hidden="true">{t('papers.page', { page: page.pageNumber, pages: count })}</p>
    </li>
  );
}

/** What was there before stays until the new drawing is whole. */
function useDrawn(
  page: PDFPageProxy,
  place: RefObject<HTMLDivElement | null>,
  width: number,
  near: boolean,
): void {
  useEffect(() => {
    if (!near) place.current?.replaceChildren();
    if (!near || width === 0) return;
    const scale = (width * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const drawing: RenderTask = page.render({ canvas, viewport });
    drawing.promise.then(
      () => place.current?.replaceChildren(canvas),
      // Given up, because something newer is to be drawn.
      () => undefined,
    );
    return () => drawing.cancel();
  }, [page, place, width, near]);
}
