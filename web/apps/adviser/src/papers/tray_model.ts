// SPDX-License-Identifier: EUPL-1.2
// The papers of one interview on the adviser's side: pages on their way from the scanner, pages received, documents made of
// them, prints, and the file that is shown. Pure: the driver feeds it what the kiosk says and what the papers channel brings.
import type { ControlMessage, MessageOf, PrintOptions, PrintPurpose, PrintState, ScanOptions } from '@parvis/call';
import { file_after, file_closed, file_failed, file_shown, type FileEvent, type ShownFile } from './shown_file.ts';

/** scanning -> deciding (the citizen looks at it) -> coming (agreed, on its way) -> here; or kept by the citizen. */
export type PageStep = 'scanning' | 'deciding' | 'coming' | 'here' | 'kept';

export interface TrayPage {
  /** Known from `deciding` on; until then the page is known by its scan. */
  page_id: string | null;
  command_id: string;
  page_number: number;
  step: PageStep;
  /** 0..1 of the step under way, null while nobody knows. */
  progress: number | null;
  transfer_id: string | null;
  /** How it was scanned; null after a reload of this page. */
  options: ScanOptions | null;
  /** The page whose place it takes once it is here. */
  retakes: string | null;
}

export interface TrayDocument {
  command_id: string;
  paper_id: string;
  transfer_id: string;
  here: boolean;
}

export type ScanStep = 'ordered' | 'running' | 'finished' | 'failed';
/** A page that is scanned once more. */
export interface Retake {
  page_id: string;
  /** The page of the new scan that takes its place: the second one for the back of a sheet. */
  by_number: number;
}

export interface TrayScan {
  command_id: string;
  options: ScanOptions;
  retake: Retake | null;
  step: ScanStep;
  /** Word of the failure, or the reason of a refusal. */
  failure: string | null;
}

export type PrintStep = 'sending' | 'deciding' | 'refused' | PrintState;
export interface TrayPrint {
  command_id: string;
  name: string;
  purpose: PrintPurpose;
  options: PrintOptions;
  step: PrintStep;
  reasons: string[];
}

export interface Tray {
  pages: TrayPage[];
  documents: TrayDocument[];
  scan: TrayScan | null;
  prints: TrayPrint[];
  file: ShownFile | null;
  /** Reason of the last refused command that is no scan and shows no file, to be told once. */
  refusal: { command_id: string; reason: string } | null;
}

export const empty_tray: Tray = { pages: [], documents: [], scan: null, prints: [], file: null, refusal: null };

export type TrayEvent =
  | FileEvent
  | { type: 'scan_ordered'; command_id: string; options: ScanOptions; retake: Retake | null }
  | { type: 'print_ordered'; command_id: string; name: string; purpose: PrintPurpose; options: PrintOptions }
  | { type: 'transfer_progress'; transfer_id: string; progress: number }
  | { type: 'transfer_here'; transfer_id: string }
  | { type: 'page_dropped'; page_id: string }
  | { type: 'pages_ordered'; page_ids: readonly string[] }
  | { type: 'said'; message: ControlMessage };

export function after(tray: Tray, event: TrayEvent): Tray {
  switch (event.type) {
    case 'scan_ordered':
      return { ...tray, scan: { command_id: event.command_id, options: event.options, retake: event.retake, step: 'ordered', failure: null } };
    case 'print_ordered': {
      const { command_id, name, purpose, options } = event;
      return { ...tray, prints: [...tray.prints, { command_id, name, purpose, options, step: 'sending', reasons: [] }] };
    }
    case 'transfer_progress':
      return with_pages(tray, (page) => page.transfer_id === event.transfer_id, { progress: event.progress });
    case 'transfer_here':
      return {
        ...with_pages(tray, (page) => page.transfer_id === event.transfer_id, { step: 'here', progress: null }),
        documents: tray.documents.map((one) => (one.transfer_id === event.transfer_id ? { ...one, here: true } : one)),
      };
    case 'file_sent':
    case 'file_progress':
    case 'file_arrived':
      return { ...tray, file: file_after(tray.file, event) };
    case 'page_dropped':
      return { ...tray, pages: retaking(tray.pages.filter((page) => page.page_id !== event.page_id), event.page_id, null) };
    case 'pages_ordered':
      return { ...tray, pages: in_order(tray.pages, event.page_ids) };
    case 'said':
      return after_message(tray, event.message);
  }
}

function after_message(tray: Tray, said: ControlMessage): Tray {
  switch (said.type) {
    case 'scan_started':
      return page_started(tray, said.command_id, said.page_number);
    case 'scan_progress':
      return with_pages(tray, scanning(said), { progress: said.of_rows ? said.rows / said.of_rows : null });
    case 'page_waiting':
      return with_pages(page_started(tray, said.command_id, said.page_number), scanning(said), {
        page_id: said.page_id,
        step: 'deciding',
        progress: null,
      });
    case 'page_decided':
      return with_pages(tray, (page) => page.page_id === said.page_id, {
        step: said.decision === 'send' ? 'coming' : 'kept',
        progress: said.decision === 'send' ? 0 : null,
      });
    case 'page_ready':
      return page_coming(tray, said);
    case 'paper_ready': {
      const { command_id, paper_id, transfer_id } = said;
      return { ...tray, documents: [...tray.documents, { command_id, paper_id, transfer_id, here: false }] };
    }
    case 'scan_finished':
      return scan_is(tray, said.command_id, 'finished', null);
    case 'scan_failed':
      return without_unfinished(scan_is(tray, said.command_id, 'failed', said.status), said.command_id);
    case 'command_refused':
      return refused(tray, said.command_id, said.reason);
    case 'file_shown':
      return { ...tray, file: file_shown(tray.file, said) };
    case 'file_closed':
      return { ...tray, file: file_closed(tray.file, said) };
    case 'print_waiting':
      return print_is(tray, said.command_id, 'deciding', []);
    case 'print_decided':
      return print_is(tray, said.command_id, said.decision === 'refuse' ? 'refused' : 'sending', []);
    case 'print_state':
      return print_is(tray, said.command_id, said.state, said.reasons);
    default:
      return tray;
  }
}

type OfScan = { command_id: string; page_number: number };
const scanning = (said: OfScan) => (page: TrayPage) =>
  page.command_id === said.command_id && page.page_number === said.page_number && page.step === 'scanning';

function with_pages(tray: Tray, which: (page: TrayPage) => boolean, change: Partial<TrayPage>): Tray {
  return { ...tray, pages: tray.pages.map((page) => (which(page) ? { ...page, ...change } : page)) };
}

/** How the same paper is scanned once more: of a sheet scanned on both sides, the same side counts. Null when nobody knows how. */
export function retake_of({ page_id, page_number, options }: TrayPage): { options: ScanOptions; retake: Retake } | null {
  if (page_id === null || options === null) return null;
  const is_back = options.source === 'feeder_both_sides' && page_number % 2 === 0;
  return { options, retake: { page_id, by_number: is_back ? 2 : 1 } };
}

function retaking(pages: TrayPage[], page_id: string, now: string | null): TrayPage[] {
  return pages.map((page) => (page.retakes === page_id ? { ...page, retakes: now } : page));
}

/** A page is known from its first word on, even when the word that it started was lost with an old connection. */
function page_started(tray: Tray, command_id: string, page_number: number): Tray {
  const running = scan_is(tray, command_id, 'running', null);
  if (tray.pages.some((page) => page.command_id === command_id && page.page_number === page_number)) return running;
  const scan = running.scan?.command_id === command_id ? running.scan : null;
  const retakes = scan?.retake?.by_number === page_number ? scan.retake.page_id : null;
  const page: TrayPage = { page_id: null, command_id, page_number, step: 'scanning', progress: 0, transfer_id: null, options: scan?.options ?? null, retakes };
  const before = running.pages.findIndex((one) => one.page_id !== null && one.page_id === retakes);
  const at = before === -1 ? running.pages.length : before + 1;
  return { ...running, pages: [...running.pages.slice(0, at), page, ...running.pages.slice(at)] };
}

/** A retouched page takes the place of the one it was made from. After a reload of this page the kiosk sends agreed pages
 * that the tray has never heard of. */
function page_coming(tray: Tray, said: MessageOf<ControlMessage, 'page_ready'>): Tray {
  const change = { page_id: said.page_id, step: 'coming', progress: 0, transfer_id: said.transfer_id } as const;
  const place = said.replaces ?? said.page_id;
  if (tray.pages.some((page) => page.page_id === place)) {
    const { pages } = with_pages(tray, (page) => page.page_id === place, change);
    return { ...tray, pages: retaking(pages, place, said.page_id) };
  }
  return { ...tray, pages: [...tray.pages, { command_id: '', page_number: tray.pages.length + 1, options: null, retakes: null, ...change }] };
}

function scan_is(tray: Tray, command_id: string, step: ScanStep, failure: string | null): Tray {
  return tray.scan?.command_id === command_id ? { ...tray, scan: { ...tray.scan, step, failure } } : tray;
}

function without_unfinished(tray: Tray, command_id: string): Tray {
  return { ...tray, pages: tray.pages.filter((page) => page.command_id !== command_id || page.step !== 'scanning') };
}

function refused(tray: Tray, command_id: string, reason: string): Tray {
  if (tray.scan?.command_id === command_id) return scan_is(tray, command_id, 'failed', reason);
  if (tray.file?.command_id === command_id) return { ...tray, file: file_failed(tray.file, reason) };
  return { ...print_is(tray, command_id, 'failed', [reason]), refusal: { command_id, reason } };
}

function print_is(tray: Tray, command_id: string, step: PrintStep, reasons: string[]): Tray {
  return { ...tray, prints: tray.prints.map((one) => (one.command_id === command_id ? { ...one, step, reasons } : one)) };
}

function in_order(pages: TrayPage[], page_ids: readonly string[]): TrayPage[] {
  const place = (page: TrayPage) => {
    const at = page.page_id === null ? -1 : page_ids.indexOf(page.page_id);
    return at === -1 ? page_ids.length : at;
  };
  return [...pages].sort((one, other) => place(one) - place(other));
}

/** Prints about which there is still something to wait for. */
export function is_over(print: TrayPrint): boolean {
  return ['refused', 'not_accepting', 'completed', 'cancelled', 'failed', 'unknown_outcome'].includes(print.step);
}
