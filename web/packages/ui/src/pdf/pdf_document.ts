// SPDX-License-Identifier: EUPL-1.2
// pdf.js without eval, without WebAssembly and with its worker as a file of our own: it runs under `script-src 'self'`.
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import WorkerThread from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** Named with each document: one that pdf.js finds by itself goes with whichever document is closed, and those that are being opened fail. */
let shared: PDFWorker | null = null;

/** Opens a PDF held in memory; the caller destroys it. Rejects when the bytes are no PDF that can be shown. */
export function open_pdf(bytes: Uint8Array<ArrayBuffer>): { ready: Promise<PDFDocumentProxy>; destroy(): void } {
  shared ??= PDFWorker.create({ port: new WorkerThread() });
  const task = getDocument({
    // The worker takes possession of what it is given.
    data: bytes.slice(),
    worker: shared,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  return { ready: task.promise, destroy: () => void task.destroy() };
}
