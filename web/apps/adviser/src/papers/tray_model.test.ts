// SPDX-License-Identifier: EUPL-1.2
import type { KioskMessage } from '@parvis/call';
import { describe, expect, it } from 'vitest';
import { after, empty_tray, is_over, type Tray } from './tray_model.ts';

const said = (tray: Tray, ...messages: KioskMessage[]) =>
  messages.reduce((known, message) => after(known, { type: 'said', message }), tray);

const scan = after(empty_tray, { type: 'scan_ordered', command_id: 'S' });
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
