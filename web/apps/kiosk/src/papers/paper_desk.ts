// SPDX-License-Identifier: EUPL-1.2
// What lies on the table between the citizen and the adviser: the page that is being scanned, pages that wait for the
// citizen's word, pages that went to the adviser, documents to print, and the file that the adviser shows.
import type { PrintOptions, PrintPurpose, PrintState, ScanSource, ScanStatus } from '@parvis/call';
import type { Paper } from '../wire.ts';

/** waiting: the citizen decides; deciding: touched, the daemon answers; sending: agreed and on its way. */
export type PageState = 'waiting' | 'deciding' | 'sending' | 'sent' | 'kept';

export interface DeskPage {
  readonly page_id: string;
  readonly command_id: string;
  readonly page_number: number;
  readonly media_type: string;
  readonly state: PageState;
}

export interface RunningScan {
  readonly command_id: string;
  readonly source: ScanSource;
  /** 0 before the scanner began. */
  readonly page_number: number;
  /** Rows of the preview that have come, of how many; null when the scanner does not know. */
  readonly rows: number;
  readonly of_rows: number | null;
}

/** fetching: the file is given to the daemon; waiting and deciding: the citizen; then the printer's own words. */
export type DeskPrintState = 'fetching' | 'asked' | 'deciding' | 'refused' | PrintState;

export interface DeskPrint {
  readonly command_id: string;
  readonly purpose: PrintPurpose;
  readonly options: PrintOptions;
  readonly state: DeskPrintState;
}

/** A PDF that the adviser shows without printing it. */
export interface DeskFile {
  readonly command_id: string;
  /** The daemon's. */
  readonly paper_id: string;
  readonly name: string;
  /** Counted from 1. */
  readonly page: number;
  /** null until it was opened. */
  readonly pages: number | null;
  /** A closed one stays on the table: the citizen may look at it again. */
  readonly open: boolean;
}

export interface Desk {
  readonly scan: RunningScan | null;
  readonly pages: readonly DeskPage[];
  readonly prints: readonly DeskPrint[];
  readonly file: DeskFile | null;
  /** Why the last scan ended badly, until the next one or until it was read. */
  readonly trouble: ScanStatus | null;
}

export const empty_desk: Desk = { scan: null, pages: [], prints: [], file: null, trouble: null };

export type DeskEvent =
  | { type: 'scan_ordered'; command_id: string; source: ScanSource }
  | { type: 'scan_started'; command_id: string; page_number: number }
  | { type: 'rows_came'; page_number: number; rows: number; of_rows: number | null }
  | { type: 'page_scanned'; command_id: string; page: Paper }
  | { type: 'scan_ended'; command_id: string; status: ScanStatus }
  | { type: 'trouble_read' }
  | { type: 'page_is'; page_id: string; state: PageState }
  | { type: 'page_replaced'; page_id: string; by: Paper }
  | { type: 'page_gone'; page_id: string }
  | { type: 'print_asked'; command_id: string; purpose: PrintPurpose; options: PrintOptions }
  | { type: 'print_is'; command_id: string; state: DeskPrintState }
  | { type: 'print_gone'; command_id: string }
  | { type: 'file_came'; file: DeskFile }
  | { type: 'file_is'; page?: number; pages?: number; open?: boolean }
  | { type: 'file_gone' };

const states_of_papers = { waiting: 'waiting', agreed: 'sent', kept: 'kept' } as const;

function desk_page(paper: Paper, command_id: string): DeskPage {
  const { paper_id, page_number = 1, media_type } = paper;
  return { page_id: paper_id, command_id, page_number, media_type, state: states_of_papers[paper.state] };
}

/** The table as a page finds it that was loaded during the interview: who ordered the pages is forgotten. */
export function desk_of(papers: readonly Paper[]): Desk {
  const pages = papers.filter((paper) => paper.media_type.startsWith('image/'));
  return { ...empty_desk, pages: pages.map((paper) => desk_page(paper, paper.paper_id)) };
}

export function desk_after(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'scan_ordered':
      return { ...desk, trouble: null, scan: { command_id: event.command_id, source: event.source, page_number: 0, rows: 0, of_rows: null } };
    case 'scan_started': {
      const source = desk.scan?.command_id === event.command_id ? desk.scan.source : 'flatbed';
      return { ...desk, scan: { command_id: event.command_id, source, page_number: event.page_number, rows: 0, of_rows: null } };
    }
    case 'rows_came':
      if (desk.scan?.page_number !== event.page_number) return desk;
      return { ...desk, scan: { ...desk.scan, rows: event.rows, of_rows: event.of_rows } };
    case 'page_scanned':
      return { ...desk, pages: [...desk.pages, desk_page(event.page, event.command_id)] };
    case 'scan_ended':
      if (desk.scan?.command_id !== event.command_id) return desk;
      return { ...desk, scan: null, trouble: event.status === 'finished' || event.status === 'cancelled' ? null : event.status };
    case 'trouble_read':
      return { ...desk, trouble: null };
    case 'page_is':
      return { ...desk, pages: desk.pages.map((page) => (page.page_id === event.page_id ? { ...page, state: event.state } : page)) };
    case 'page_replaced':
      return { ...desk, pages: desk.pages.map((page) => (page.page_id === event.page_id ? replacement(page, event.by) : page)) };
    case 'page_gone':
      return { ...desk, pages: desk.pages.filter((page) => page.page_id !== event.page_id) };
    case 'print_asked':
      return { ...desk, prints: [...desk.prints, { command_id: event.command_id, purpose: event.purpose, options: event.options, state: 'fetching' }] };
    case 'print_is':
      return { ...desk, prints: desk.prints.map((print) => (print.command_id === event.command_id ? { ...print, state: event.state } : print)) };
    case 'print_gone':
      return { ...desk, prints: desk.prints.filter((print) => print.command_id !== event.command_id) };
    case 'file_came':
      return { ...desk, file: event.file };
    case 'file_is':
      return desk.file ? { ...desk, file: file_after(desk.file, event) } : desk;
    case 'file_gone':
      return { ...desk, file: null };
  }
}

/** No turn leads past the first or the last page. */
function file_after(file: DeskFile, { page = file.page, pages = file.pages ?? undefined, open = file.open }: { page?: number; pages?: number; open?: boolean }): DeskFile {
  return { ...file, open, pages: pages ?? null, page: Math.max(1, Math.min(page, pages ?? page)) };
}

function replacement(page: DeskPage, by: Paper): DeskPage {
  return { ...page, page_id: by.paper_id, media_type: by.media_type, state: 'sending' };
}

/** After a daemon that remembers nothing: what it no longer holds cannot be decided or finished. */
export function lost_with_daemon(desk: Desk, papers: readonly Paper[]): { scan: RunningScan | null; pages: DeskPage[]; prints: DeskPrint[] } {
  const held = new Set(papers.map((paper) => paper.paper_id));
  return {
    scan: desk.scan,
    pages: desk.pages.filter((page) => (page.state === 'waiting' || page.state === 'deciding') && !held.has(page.page_id)),
    prints: desk.prints.filter((print) => !is_over(print.state)),
  };
}

export function is_over(state: DeskPrintState): boolean {
  return ['completed', 'cancelled', 'failed', 'not_accepting', 'unknown_outcome', 'refused'].includes(state);
}

/** Pages that left, in the order they came. */
export function sent_pages(desk: Desk): DeskPage[] {
  return desk.pages.filter((page) => page.state === 'sending' || page.state === 'sent');
}

/** The one thing that the papers zone is about now. What needs the citizen's word goes before everything else. */
export type Foreground =
  | { readonly on: 'page'; readonly page: DeskPage }
  | { readonly on: 'print_question'; readonly print: DeskPrint }
  | { readonly on: 'scan'; readonly scan: RunningScan }
  | { readonly on: 'printing'; readonly print: DeskPrint }
  | { readonly on: 'trouble'; readonly status: ScanStatus }
  | { readonly on: 'file'; readonly file: DeskFile }
  | { readonly on: 'list' };

export function foreground(desk: Desk): Foreground {
  const page = desk.pages.find(({ state }) => state === 'waiting' || state === 'deciding');
  if (page) return { on: 'page', page };
  const question = desk.prints.find(({ state }) => state === 'asked' || state === 'deciding');
  if (question) return { on: 'print_question', print: question };
  if (desk.scan) return { on: 'scan', scan: desk.scan };
  const printing = desk.prints.findLast(({ state }) => state !== 'fetching' && !is_over(state));
  if (printing) return { on: 'printing', print: printing };
  if (desk.trouble) return { on: 'trouble', status: desk.trouble };
  return desk.file?.open ? { on: 'file', file: desk.file } : { on: 'list' };
}
