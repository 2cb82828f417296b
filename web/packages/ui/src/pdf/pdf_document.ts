// SPDX-License-Identifier: EUPL-1.2
// pdf.js without eval, without WebAssembly and with its worker as a file of our own: it runs under `script-src 'self'`.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** Opens a PDF held in memory; the caller destroys it. Rejects when the bytes are no PDF that can be shown. */
export function open_pdf(bytes: Uint8Array<ArrayBuffer>): { ready: Promise<PDFDocumentProxy>; destroy(): void } {
  GlobalWorkerOptions.workerPort ??= new PdfWorker();
  const task = getDocument({
    // The worker takes possession of what it is given.
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  return { ready: task.promise, destroy: () => void task.destroy() };
}
