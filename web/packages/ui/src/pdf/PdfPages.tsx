// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Notice } from '../feedback/Notice.tsx';
import { ProgressBar } from '../feedback/ProgressBar.tsx';
import styles from './PdfPages.module.css';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf_document.ts';

export interface PdfPagesProps {
  /** A whole PDF. Give the same array again for the same document: another one is opened anew. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Spoken name of the document. */
  label: string;
  /** Only this page, from 1. */
  only_page?: number;
  on_opened?(pages: number): void;
  on_failed?(): void;
}

type State = { step: 'opening' } | { step: 'failed' } | { step: 'open'; pages: readonly PDFPageProxy[]; count: number };

async function pages_of(document: PDFDocumentProxy, only_page: number | undefined): Promise<PDFPageProxy[]> {
  const numbers = only_page ? [only_page] : Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(numbers.map((number) => document.getPage(number)));
}

/** Shows the pages of a PDF one under the other, each drawn when it comes near the screen. */
export function PdfPages({ bytes, label, only_page, on_opened, on_failed }: PdfPagesProps): ReactElement {
  const say = useSay();
  const [state, set_state] = useState<State>({ step: 'opening' });
  const tell = useRef({ on_opened, on_failed });
  useEffect(() => {
    tell.current = { on_opened, on_failed };
  });

  useEffect(() => {
    let wanted = true;
    let destroy = () => {};
    const open = async () => {
      const { open_pdf } = await import('./pdf_document.ts');
      if (!wanted) return;
      const opening = open_pdf(bytes);
      destroy = opening.destroy;
      const document = await opening.ready;
      const pages = await pages_of(document, only_page);
      if (!wanted) return;
      set_state({ step: 'open', pages, count: document.numPages });
      tell.current.on_opened?.(document.numPages);
    };
    set_state({ step: 'opening' });
    open().catch(() => {
      if (!wanted) return;
      set_state({ step: 'failed' });
      tell.current.on_failed?.();
    });
    return () => {
      wanted = false;
      destroy();
    };
  }, [bytes, only_page]);

  if (state.step === 'opening') return <ProgressBar label={say('ui.pdf.loading')} value={null} />;
  if (state.step === 'failed') return <Notice tone="attention">{say('ui.pdf.failed')}</Notice>;
  return (
    <div className={styles.pages} role="group" aria-label={label}>
      {state.pages.map((page) => (
        <Page key={page.pageNumber} page={page} label={say('ui.page_of', { page: page.pageNumber, pages: state.count })} />
      ))}
    </div>
  );
}

function Page({ page, label }: { page: PDFPageProxy; label: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = page.getViewport({ scale: 1 });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let drawing: ReturnType<PDFPageProxy['render']> | null = null;
    const draw = () => {
      const scale = (element.clientWidth * devicePixelRatio) / width;
      const viewport = page.getViewport({ scale });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      drawing = page.render({ canvas: element, viewport });
      // A page that was taken away meanwhile is no failure.
      drawing.promise.catch((reason: unknown) => {
        if (!(reason instanceof Error && reason.name === 'RenderingCancelledException')) throw reason;
      });
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        draw();
      },
      { rootMargin: '100%' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawing?.cancel();
    };
  }, [page, width]);

  return <canvas ref={canvas} className={styles.page} role="img" aria-label={label} style={{ aspectRatio: `${width} / ${height}` }} />;
}
