// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { Notice } from '../feedback/Notice.tsx';
import { ProgressBar } from '../feedback/ProgressBar.tsx';
import styles from './PdfPages.module.css';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf_document.ts';

export interface PdfPagesProps {
  /** A whole PDF. Give the same array again for the same document: another one is opened anew. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Spoken name of the document. */
  label: string;
  /** Only this page, from 1, as large as the nearest container of known size allows, times `zoom`. */
  only_page?: number;
  zoom?: number;
  on_opened?(pages: number): void;
  on_failed?(): void;
}

async function pages_of(document: PDFDocumentProxy, only_page: number | undefined): Promise<PDFPageProxy[]> {
  const numbers = only_page ? [Math.min(only_page, document.numPages)] : Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(numbers.map((number) => document.getPage(number)));
}

/** Shows the pages of a PDF one under the other, each drawn when it comes near the screen; or one page alone. */
export function PdfPages({ bytes, label, only_page, zoom, on_opened, on_failed }: PdfPagesProps): ReactElement {
  const say = useSay();
  const [document, set_document] = useState<PDFDocumentProxy | null>(null);
  const [pages, set_pages] = useState<readonly PDFPageProxy[]>([]);
  const [failed, set_failed] = useState(false);
  const told = useRef<PDFDocumentProxy | null>(null);
  const tell = useRef({ on_opened, on_failed });
  useEffect(() => {
    tell.current = { on_opened, on_failed };
  });
  const fail = () => {
    set_failed(true);
    tell.current.on_failed?.();
  };

  useEffect(() => {
    let wanted = true;
    let destroy = () => {};
    const open = async () => {
      const { open_pdf } = await import('./pdf_document.ts');
      if (!wanted) return;
      const opening = open_pdf(bytes);
      destroy = opening.destroy;
      const opened = await opening.ready;
      if (wanted) set_document(opened);
    };
    set_document(null);
    set_pages([]);
    set_failed(false);
    open().catch(() => wanted && fail());
    return () => {
      wanted = false;
      destroy();
    };
  }, [bytes]);

  useEffect(() => {
    if (!document) return;
    let wanted = true;
    const get = async () => {
      const found = await pages_of(document, only_page);
      if (!wanted) return;
      set_pages(found);
      if (told.current === document) return;
      told.current = document;
      tell.current.on_opened?.(document.numPages);
    };
    get().catch(() => wanted && fail());
    return () => {
      wanted = false;
    };
  }, [document, only_page]);

  if (failed) return <Notice tone="attention">{say('ui.pdf.failed')}</Notice>;
  if (!document || pages.length === 0) return <ProgressBar label={say('ui.pdf.loading')} value={null} />;
  return (
    <div className={only_page ? styles.single : styles.pages} role="group" aria-label={label} style={{ '--zoom': zoom ?? 1 } as CSSProperties}>
      {pages.map((page) => (
        <Page key={`${page.pageNumber} ${zoom ?? 1}`} page={page} label={say('ui.page_of', { page: page.pageNumber, pages: document.numPages })} />
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

  return <canvas ref={canvas} className={styles.page} role="img" aria-label={label} style={{ aspectRatio: `${width} / ${height}`, '--aspect': width / height } as CSSProperties} />;
}
