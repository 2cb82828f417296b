// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Paper } from '../wire.ts';
import { desk_after, desk_of, empty_desk, foreground, lost_with_daemon, sent_pages, type Desk, type DeskEvent } from './paper_desk.ts';

const paper = (paper_id: string, more: Partial<Paper> = {}): Paper => ({ paper_id, media_type: 'image/jpeg', bytes: 1, state: 'waiting', page_number: 1, ...more });
const print_options = { copies: 1, sides: 'one', colour: 'grey', pages: '' } as const;
const through = (...events: DeskEvent[]): Desk => events.reduce(desk_after, empty_desk);

const ordered: DeskEvent = { type: 'scan_ordered', command_id: 'C1', source: 'flatbed' };
const started: DeskEvent = { type: 'scan_started', command_id: 'C1', page_number: 1 };
const scanned: DeskEvent = { type: 'page_scanned', command_id: 'C1', page: paper('P1') };
const asked: DeskEvent[] = [
  { type: 'print_asked', command_id: 'C2', purpose: 'document', options: print_options },
  { type: 'print_is', command_id: 'C2', state: 'asked' },
];

describe('the papers zone is about one thing', () => {
  test('an empty table shows the list', () => {
    expect(foreground(empty_desk)).toEqual({ on: 'list' });
  });

  test('a scan that was ordered is shown before the scanner begins', () => {
    expect(foreground(through(ordered))).toMatchObject({ on: 'scan', scan: { page_number: 0 } });
  });

  test('a page that waits for the citizen goes before the next page of the feeder', () => {
    const desk = through(ordered, started, scanned, { type: 'scan_started', command_id: 'C1', page_number: 2 });
    expect(foreground(desk)).toMatchObject({ on: 'page', page: { page_id: 'P1' } });
    expect(desk.scan?.page_number).toBe(2);
  });

  test('a page goes before a document to print, and both before the printer', () => {
    const printing: DeskEvent[] = [
      { type: 'print_asked', command_id: 'C9', purpose: 'receipt', options: print_options },
      { type: 'print_is', command_id: 'C9', state: 'printing' },
    ];
    const desk = through(...printing, ...asked, ordered, started, scanned);
    expect(foreground(desk).on).toBe('page');
    expect(foreground(desk_after(desk, { type: 'page_is', page_id: 'P1', state: 'sent' })).on).toBe('print_question');
  });

  test('a document is not asked about before the daemon holds it', () => {
    expect(foreground(through(...asked.slice(0, 1))).on).toBe('list');
  });

  test('a printer without paper is shown until it goes on', () => {
    const desk = through(...asked, { type: 'print_is', command_id: 'C2', state: 'paper_out' });
    expect(foreground(desk)).toMatchObject({ on: 'printing', print: { state: 'paper_out' } });
    expect(foreground(desk_after(desk, { type: 'print_is', command_id: 'C2', state: 'completed' })).on).toBe('list');
  });

  test('a failed scan says why until it was read or tried again', () => {
    const desk = through(ordered, { type: 'scan_ended', command_id: 'C1', status: 'jammed' });
    expect(foreground(desk)).toEqual({ on: 'trouble', status: 'jammed' });
    expect(foreground(desk_after(desk, { type: 'trouble_read' })).on).toBe('list');
    expect(foreground(desk_after(desk, ordered)).on).toBe('scan');
  });

  test.each(['finished', 'cancelled'] as const)('a scan that is %s is no trouble', (status) => {
    expect(foreground(through(ordered, { type: 'scan_ended', command_id: 'C1', status })).on).toBe('list');
  });
});

describe('a file that the adviser shows', () => {
  const came: DeskEvent = { type: 'file_came', file: { command_id: 'C5', paper_id: 'P9', name: 'lettre.pdf', page: 1, pages: null, open: true } };
  const opened: DeskEvent = { type: 'file_is', pages: 3 };

  test('fills the papers zone until it is closed, and can be opened again at the same page', () => {
    const reading = through(came, opened, { type: 'file_is', page: 2 });
    expect(foreground(reading)).toMatchObject({ on: 'file', file: { page: 2, pages: 3 } });
    const closed = desk_after(reading, { type: 'file_is', open: false });
    expect(foreground(closed)).toEqual({ on: 'list' });
    expect(foreground(desk_after(closed, { type: 'file_is', open: true }))).toMatchObject({ on: 'file', file: { page: 2 } });
  });

  test('no turn leads past its first or its last page', () => {
    expect(through(came, opened, { type: 'file_is', page: 9 }).file?.page).toBe(3);
    expect(through(came, opened, { type: 'file_is', page: 0 }).file?.page).toBe(1);
  });

  test('a page that was asked for before it was opened is kept to its pages', () => {
    expect(through(came, { type: 'file_is', page: 5 }, opened).file?.page).toBe(3);
  });

  test.each([
    ['a page that waits for the citizen', [ordered, started, scanned], 'page'],
    ['a question before printing', asked, 'print_question'],
    ['the scanner', [ordered], 'scan'],
    ['the printer', [...asked, { type: 'print_is', command_id: 'C2', state: 'printing' }], 'printing'],
  ] as [string, DeskEvent[], string][])('makes way for %s', (_, events, on) => {
    expect(foreground(through(came, opened, ...events)).on).toBe(on);
  });
});

describe('what lies on the table', () => {
  test('rows of an earlier page do not move the progress of the next', () => {
    const desk = through(ordered, started, { type: 'scan_started', command_id: 'C1', page_number: 2 }, { type: 'rows_came', page_number: 1, rows: 500, of_rows: 500 });
    expect(desk.scan).toMatchObject({ page_number: 2, rows: 0 });
  });

  test('the end of another scan does not end this one', () => {
    expect(through(ordered, { type: 'scan_ended', command_id: 'C0', status: 'finished' }).scan?.command_id).toBe('C1');
  });

  test('a retouched page takes the place of the old one and needs no new word', () => {
    const desk = through(ordered, started, scanned, { type: 'scan_ended', command_id: 'C1', status: 'finished' }, { type: 'page_is', page_id: 'P1', state: 'sent' }, { type: 'page_replaced', page_id: 'P1', by: paper('P2', { state: 'agreed', media_type: 'image/png' }) });
    expect(sent_pages(desk)).toMatchObject([{ page_id: 'P2', state: 'sending', media_type: 'image/png' }]);
    expect(foreground(desk).on).toBe('list');
  });

  test('a page that the citizen keeps is never among those that were sent', () => {
    expect(sent_pages(through(ordered, started, scanned, { type: 'page_is', page_id: 'P1', state: 'kept' }))).toEqual([]);
  });

  test('a page loaded in the middle of an interview finds its pages, and asks only about those that wait', () => {
    const desk = desk_of([paper('P1', { state: 'agreed' }), paper('P2'), paper('D1', { media_type: 'application/pdf', state: 'agreed' })]);
    expect(sent_pages(desk).map(({ page_id }) => page_id)).toEqual(['P1']);
    expect(foreground(desk)).toMatchObject({ on: 'page', page: { page_id: 'P2' } });
    expect(desk.pages).toHaveLength(2);
  });
});

describe('a daemon that remembers nothing', () => {
  const desk = through(ordered, started, scanned, { type: 'scan_started', command_id: 'C1', page_number: 2 }, ...asked);

  test('takes the running scan, the undecided page and the open print with it', () => {
    const lost = lost_with_daemon(desk, []);
    expect(lost.scan?.command_id).toBe('C1');
    expect(lost.pages.map(({ page_id }) => page_id)).toEqual(['P1']);
    expect(lost.prints.map(({ command_id }) => command_id)).toEqual(['C2']);
  });

  test('does not take what it still holds, nor what was decided', () => {
    expect(lost_with_daemon(desk, [paper('P1')]).pages).toEqual([]);
    expect(lost_with_daemon(desk_after(desk, { type: 'page_is', page_id: 'P1', state: 'sent' }), []).pages).toEqual([]);
    expect(lost_with_daemon(desk_after(desk, { type: 'print_is', command_id: 'C2', state: 'completed' }), []).prints).toEqual([]);
  });
});
