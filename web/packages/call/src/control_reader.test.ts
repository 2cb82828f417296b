// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { longest_control_message } from './control.ts';
import type { Side } from './control.ts';
import { read_control_message } from './control_reader.ts';

const read = (side: Side, message: unknown) => read_control_message(side, JSON.stringify(message));
const scan = { type: 'scan', command_id: 'C1', options: { source: 'flatbed', resolution: 300, colour: 'grey' } };
const print = {
  type: 'print', command_id: 'C1', paper_id: 'P1', purpose: 'document',
  options: { copies: 1, sides: 'one', colour: 'grey', pages: '' },
};
const retouch = (operation: unknown) => ({ type: 'retouch', command_id: 'C1', page_id: 'P1', operation });

describe('what a kiosk believes of an adviser', () => {
  test('a whole scan command is taken', () => {
    expect(read('kiosk', scan)).toEqual({ message: scan });
  });

  test('members that a newer page added are left out', () => {
    expect(read('kiosk', { ...scan, urgent: true })).toEqual({ message: scan });
  });

  test.each([
    ['a resolution that no button offers', { ...scan, options: { ...scan.options, resolution: 1200 } }, '/options/resolution'],
    ['a missing command id', { type: 'scan', options: scan.options }, '/command_id'],
    ['a command id with a path in it', { ...scan, command_id: '../../etc' }, '/command_id'],
    ['options that are a list', { ...scan, options: [] }, '/options'],
    ['no copies', { ...print, options: { ...print.options, copies: 0 } }, '/options/copies'],
    ['half a copy', { ...print, options: { ...print.options, copies: 1.5 } }, '/options/copies'],
    ['page ranges with a shell in them', { ...print, options: { ...print.options, pages: '1;rm' } }, '/options/pages'],
    ['a turn that is not a right angle', retouch({ type: 'rotate', degrees: 45 }), '/operation/degrees'],
    ['a crop that leaves nothing', retouch({ type: 'crop', left: 0.5, top: 0, width: 0, height: 1 }), '/operation/width'],
    ['a crop over the lower edge', retouch({ type: 'crop', left: 0, top: 0.5, width: 1, height: 0.6 }), '/operation/height'],
    ['a crop with a text', retouch({ type: 'crop', left: '0', top: 0, width: 1, height: 1 }), '/operation/left'],
    ['a page list that is too long', { type: 'assemble', command_id: 'C1', format: 'pdf', page_ids: new Array(501).fill('P1') }, '/page_ids'],
    ['a file turned to its page 0', { type: 'turn_page', command_id: 'C1', page: 0 }, '/page'],
    ['a file with a name without end', { type: 'show_file', command_id: 'C1', paper_id: 'P1', name: 'x'.repeat(201), page: 1 }, '/name'],
    ['a page id in the list that is a number', { type: 'assemble', command_id: 'C1', format: 'pdf', page_ids: ['P1', 2] }, '/page_ids/1'],
  ])('%s is ignored, and the report names the field', (_, message, pointer) => {
    expect(read('kiosk', message)).toEqual({ ignored: { reason: 'field_invalid', type: message.type, pointer } });
  });

  test.each([[[''], true], [['1-3,5'], true], [['12'], true], [['0'], false], [['1-'], false], [['1,,2'], false]])('page ranges %s: %s', ([pages], good) => {
    expect('message' in read('kiosk', { ...print, options: { ...print.options, pages } })).toBe(good);
  });

  test('what only a kiosk may say is not taken from an adviser', () => {
    expect(read('kiosk', { type: 'granted' })).toEqual({ ignored: { reason: 'type_unknown', type: 'granted', pointer: '/type' } });
  });

  test('a type that is a name of every object is unknown like any other', () => {
    expect(read('kiosk', { type: 'constructor' })).toMatchObject({ ignored: { reason: 'type_unknown' } });
    expect(read('kiosk', { type: '__proto__' })).toMatchObject({ ignored: { reason: 'type_unknown' } });
  });
});

describe('what an adviser believes of a kiosk', () => {
  test.each([
    [{ type: 'devices', report: { scanner: { state: 'jammed', reasons: ['a'] }, printer: null } }],
    [{ type: 'scan_progress', command_id: 'C1', page_number: 1, rows: 0, of_rows: null }],
    [{ type: 'print_state', command_id: 'C1', state: 'paper_out', reasons: ['paper_out', 'toner_low'] }],
    [{ type: 'wiped', counts: { daemon_memory: 3, print_spool: 0 } }],
    [{ type: 'page_ready', page_id: 'P2', transfer_id: 'T1', replaces: 'P1' }],
    [{ type: 'scan_failed', command_id: 'C1', status: 'jammed', pages: 2 }],
    [{ type: 'page_decided', page_id: 'P1', decision: 'keep' }],
    [{ type: 'file_shown', command_id: 'C1', paper_id: 'P1', name: 'lettre.pdf', page: 2, pages: 3 }],
    [{ type: 'note', note_id: 'N1', text: 'Bonjour', finished: false }],
  ])('%j is taken as it is', (message) => {
    expect(read('adviser', message)).toEqual({ message });
  });

  test.each([
    [{ type: 'wiped', counts: { pages: -1 } }, '/counts/pages'],
    [{ type: 'print_state', command_id: 'C1', state: 'completed', reasons: ['<b>'] }, '/reasons/0'],
    [{ type: 'print_state', command_id: 'C1', state: 'done', reasons: [] }, '/state'],
    [{ type: 'scan_failed', command_id: 'C1', status: 'A sentence.', pages: 0 }, '/status'],
    [{ type: 'page_ready', page_id: 'P1', transfer_id: 'T1', replaces: '' }, '/replaces'],
    [{ type: 'file_closed', command_id: 'C1', by: 'somebody' }, '/by'],
    [{ type: 'line_report', audio_lost: 2, audio_concealed: 0, video_fps: 0, video_lost: 0 }, '/audio_lost'],
  ])('%j is ignored at %s', (message, pointer) => {
    expect(read('adviser', message)).toMatchObject({ ignored: { reason: 'field_invalid', pointer } });
  });

  test('a device report nested without end is ignored', () => {
    let report: unknown = 1;
    for (let depth = 0; depth < 40; depth += 1) report = { inside: report };
    expect(read('adviser', { type: 'devices', report })).toMatchObject({ ignored: { pointer: '/report/inside' } });
  });

  test('text that is no JSON, and text without end, are ignored', () => {
    expect(read_control_message('adviser', '{')).toMatchObject({ ignored: { reason: 'not_json' } });
    expect(read_control_message('adviser', ' '.repeat(longest_control_message + 1))).toMatchObject({ ignored: { reason: 'too_long' } });
    expect(read_control_message('adviser', '[]')).toMatchObject({ ignored: { reason: 'field_invalid' } });
  });
});
