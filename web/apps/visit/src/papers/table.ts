// SPDX-License-Identifier: EUPL-1.2
// What lies between the citizen and the adviser: a paper that was asked for, pages that wait for the citizen's word, pages
// that left, and what the adviser shows or gives.
import type { Picture } from './page_pictures.ts';

export interface OwnPage {
  readonly page_id: string;
  /** The adviser's, or our own when nobody had asked. */
  readonly command_id: string;
  /** Counted from 1, over the whole conversation. */
  readonly number: number;
  readonly picture: Picture;
  readonly state: 'waiting' | 'sending' | 'sent';
}

export interface GivenFile {
  readonly command_id: string;
  readonly paper_id: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** shown: to be read together; given: theirs, to be saved. */
  readonly kind: 'shown' | 'given';
  readonly purpose: 'document' | 'receipt';
  readonly page: number;
  /** null until it was opened. */
  readonly pages: number | null;
  readonly open: boolean;
  readonly answered: 'saved' | 'refused' | null;
}

export interface Table {
  /** The adviser asks for a paper. */
  readonly asked: string | null;
  readonly pages: readonly OwnPage[];
  readonly files: readonly GivenFile[];
}

export const empty_table: Table = { asked: null, pages: [], files: [] };

/** The first page that nothing was decided about. */
export function waiting_page(table: Table): OwnPage | null {
  return table.pages.find(({ state }) => state === 'waiting') ?? null;
}

/** The newest one that lies open. */
export function open_file(table: Table): GivenFile | null {
  return table.files.findLast(({ open }) => open) ?? null;
}

export function with_page(table: Table, page_id: string, change: Partial<OwnPage>): Table {
  return { ...table, pages: table.pages.map((page) => (page.page_id === page_id ? { ...page, ...change } : page)) };
}

export function with_file(table: Table, command_id: string, change: Partial<GivenFile>): Table {
  return { ...table, files: table.files.map((file) => (file.command_id === command_id ? { ...file, ...change } : file)) };
}
