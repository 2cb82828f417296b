// SPDX-License-Identifier: EUPL-1.2
import type { KioskMessage } from '@parvis/call';
import { describe, expect, it } from 'vitest';
import { after, empty_tray, is_over, retake_of, type Tray } from './tray_model.ts';

const said = (tray: Tray, ...messages: KioskMessage[]) =>
  messages.reduce((known, message) => after(known, { type: 'said', message }), tray);

const options = { source: 'flatbed', resolution: 200, colour: 'grey' } as const;
const scan = after(empty_tray, { type: 'scan_ordered', command_id: 'S', options, retake: null });
const deciding = said(
  scan,
  { type: 'scan_started', command_id: 'S', page_number: 1 },
  { type: 'scan_progress', command_id: 'S', page_number: 1, rows: 1754, of_rows: 3508 },
  { type: 'page_waiting', command_id: 'S', page_id: 'P1', page_number: 1 },
);
const agreed = said(
  deciding,
  { type: 'page_decided', page_id: 'P1', decision: 'send' },
  { type: 'page_ready', page_id: 'P1', transfer_id: 'T1', replaces: null },
);

describe('a page from the scanner', () => {
  it('shows how far the scanner is', () => {
    const half = said(scan, { type: 'scan_started', command_id: 'S', page_number: 1 }, { type: 'scan_progress', command_id: 'S', page_number: 1, rows: 1754, of_rows: 3508 });
    expect(half.pages[0]).toMatchObject({ step: 'scanning', progress: 0.5 });
  });

  it('waits for the citizen before anything comes', () => {
    expect(deciding.pages).toMatchObject([{ page_id: 'P1', step: 'deciding' }]);
  });

  it('is here once agreed and received', () => {
    const here = after(agreed, { type: 'transfer_here', transfer_id: 'T1' });
    expect(here.pages).toMatchObject([{ page_id: 'P1', step: 'here' }]);
  });

  it('is told as kept when the citizen keeps it', () => {
    expect(said(deciding, { type: 'page_decided', page_id: 'P1', decision: 'keep' }).pages[0]?.step).toBe('kept');
  });

  it('leaves no ghost when the scanner jams half way', () => {
    const jammed = said(scan, { type: 'scan_started', command_id: 'S', page_number: 1 }, { type: 'scan_failed', command_id: 'S', status: 'jammed', pages: 0 });
    expect(jammed.pages).toEqual([]);
    expect(jammed.scan).toMatchObject({ step: 'failed', failure: 'jammed' });
  });

  it('keeps its place when it is retouched', () => {
    const two = said(agreed, { type: 'page_ready', page_id: 'P2', transfer_id: 'T2', replaces: null });
    const turned = said(two, { type: 'page_ready', page_id: 'P3', transfer_id: 'T3', replaces: 'P1' });
    expect(turned.pages.map((page) => page.page_id)).toEqual(['P3', 'P2']);
  });

  it('is scanned again as it was, and the new one stands beside it until it is here', () => {
    const here = after(agreed, { type: 'transfer_here', transfer_id: 'T1' });
    const two = said(here, { type: 'page_ready', page_id: 'P2', transfer_id: 'T2', replaces: null });
    const again = here.pages[0] && retake_of(here.pages[0]);
    expect(again).toEqual({ options, retake: { page_id: 'P1', by_number: 1 } });
    const ordered = after(two, { type: 'scan_ordered', command_id: 'R', options, retake: again?.retake ?? null });
    const retaken = said(ordered, { type: 'page_waiting', command_id: 'R', page_id: 'P3', page_number: 1 });
    expect(retaken.pages).toMatchObject([{ page_id: 'P1' }, { page_id: 'P3', retakes: 'P1' }, { page_id: 'P2' }]);
    const turned = said(retaken, { type: 'page_ready', page_id: 'P4', transfer_id: 'T4', replaces: 'P1' });
    expect(turned.pages[1]).toMatchObject({ page_id: 'P3', retakes: 'P4' });
    expect(after(turned, { type: 'page_dropped', page_id: 'P4' }).pages).toMatchObject([{ page_id: 'P3', retakes: null }, { page_id: 'P2' }]);
  });

  it('is taken again by the same side of a sheet, and by nobody when it is unknown how it was scanned', () => {
    const page = { page_id: 'P1', command_id: 'S', page_number: 4, step: 'here', progress: null, transfer_id: 'T1', retakes: null } as const;
    const both_sides = { ...options, source: 'feeder_both_sides' } as const;
    expect(retake_of({ ...page, options: both_sides })?.retake.by_number).toBe(2);
    expect(retake_of({ ...page, options: both_sides, page_number: 3 })?.retake.by_number).toBe(1);
    expect(retake_of({ ...page, options: null })).toBeNull();
  });

  it('comes again after a reload of the page, although nothing of it was known', () => {
    const fresh = said(empty_tray, { type: 'page_ready', page_id: 'P1', transfer_id: 'T9', replaces: null });
    expect(fresh.pages).toMatchObject([{ page_id: 'P1', step: 'coming' }]);
  });

  it('goes where the adviser puts it', () => {
    const two = said(agreed, { type: 'page_ready', page_id: 'P2', transfer_id: 'T2', replaces: null });
    const ordered = after(two, { type: 'pages_ordered', page_ids: ['P2', 'P1'] });
    expect(ordered.pages.map((page) => page.page_id)).toEqual(['P2', 'P1']);
  });
});

describe('a print', () => {
  const ordered = after(empty_tray, {
    type: 'print_ordered', command_id: 'I', name: 'formulaire.pdf', purpose: 'document',
    options: { copies: 1, sides: 'one', colour: 'grey', pages: '' },
  });

  it('waits for the citizen, then follows the printer', () => {
    const waiting = said(ordered, { type: 'print_waiting', command_id: 'I' });
    expect(waiting.prints[0]?.step).toBe('deciding');
    const out = said(waiting, { type: 'print_decided', command_id: 'I', decision: 'print' }, { type: 'print_state', command_id: 'I', state: 'paper_out', reasons: ['paper_out'] });
    expect(out.prints[0]).toMatchObject({ step: 'paper_out', reasons: ['paper_out'] });
    expect(is_over(out.prints[0]!)).toBe(false);
  });

  it('is over when the citizen refuses it', () => {
    const refused = said(ordered, { type: 'print_waiting', command_id: 'I' }, { type: 'print_decided', command_id: 'I', decision: 'refuse' });
    expect(is_over(refused.prints[0]!)).toBe(true);
  });

  it('is told as failed, with the reason, when the kiosk refuses the order', () => {
    const refused = said(ordered, { type: 'command_refused', command_id: 'I', reason: 'grant_expired' });
    expect(refused.prints[0]).toMatchObject({ step: 'failed', reasons: ['grant_expired'] });
  });
});

describe('a file that is shown at the kiosk', () => {
  const sent = after(empty_tray, { type: 'file_sent', command_id: 'F', transfer_id: 'T', name: 'lettre.pdf' });
  const arrived = after(sent, { type: 'file_arrived', command_id: 'F', name: 'lettre.pdf', paper_id: null, page: 1 });
  const seen = said(arrived, { type: 'file_shown', command_id: 'F', paper_id: 'P', name: 'lettre.pdf', page: 1, pages: 3 });

  it('shows how much has left, then that it is there, then which page is seen', () => {
    expect(after(sent, { type: 'file_progress', transfer_id: 'T', progress: 0.4 }).file).toMatchObject({ step: 'sending', progress: 0.4 });
    expect(arrived.file).toMatchObject({ step: 'arrived', paper_id: null });
    const turned = said(seen, { type: 'file_shown', command_id: 'F', paper_id: 'P', name: 'lettre.pdf', page: 2, pages: 3 });
    expect(turned.file).toMatchObject({ step: 'shown', page: 2, pages: 3, paper_id: 'P' });
  });

  it('can be shown again after it was closed, but not when the kiosk has lost it', () => {
    expect(said(seen, { type: 'file_closed', command_id: 'F', by: 'citizen' }).file).toMatchObject({ step: 'closed', closed_by: 'citizen', paper_id: 'P' });
    expect(said(seen, { type: 'file_closed', command_id: 'F', by: 'kiosk' }).file).toMatchObject({ step: 'closed', paper_id: null });
  });

  it('says in its own place why it was refused', () => {
    const refused = said(arrived, { type: 'command_refused', command_id: 'F', reason: 'grant_expired' });
    expect(refused).toMatchObject({ file: { step: 'failed', failure: 'grant_expired' }, refusal: null });
  });

  it('is known again after a reload of the page, from the kiosk’s own words', () => {
    const fresh = said(empty_tray, { type: 'file_shown', command_id: 'F', paper_id: 'P', name: 'lettre.pdf', page: 2, pages: 3 });
    expect(fresh.file).toMatchObject({ step: 'shown', name: 'lettre.pdf', page: 2 });
  });

  it('is not disturbed by late words about the file before it', () => {
    const other = after(seen, { type: 'file_sent', command_id: 'G', transfer_id: 'U', name: 'autre.pdf' });
    expect(said(other, { type: 'file_shown', command_id: 'F', paper_id: 'P', name: 'lettre.pdf', page: 3, pages: 3 }).file).toEqual(other.file);
    expect(said(other, { type: 'file_closed', command_id: 'F', by: 'citizen' }).file).toEqual(other.file);
    expect(after(other, { type: 'file_arrived', command_id: 'F', name: 'lettre.pdf', paper_id: null, page: 1 }).file).toEqual(other.file);
  });
});
