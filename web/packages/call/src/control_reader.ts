// SPDX-License-Identifier: EUPL-1.2
// Validates what arrives on the `control` channel: the other page is another machine, so nothing is taken on trust.
import type { AdviserMessage, IgnoredMessage, KioskMessage, PrintOptions, ReceivedBy, Retouch, ScanOptions, SharedMessage, Side } from './control.ts';
import { longest_control_message, print_states, scan_statuses } from './control.ts';
import { WrongField, count, counts, id, inner, is_record, json_object, list, measure, one_of, text, word, yes_or_no } from './control_fields.ts';
import type { Fields } from './control_fields.ts';
import { longest_name } from './paper_frames.ts';

/** Rows of A3 at 1200 dpi stay under this; it only keeps nonsense out of progress bars. */
const most_rows = 100_000;
const most_pages = 500;
/** Of a PDF that is shown; nobody reads more together. */
const most_file_pages = 10_000;
const longest_note = 4000;
const longest_grant = 4096;
const most_copies = 20;
const page_ranges = /^[1-9]\d{0,3}(-[1-9]\d{0,3})?(,[1-9]\d{0,3}(-[1-9]\d{0,3})?){0,49}$/;

function scan_options(from: Fields): ScanOptions {
  return {
    source: one_of(from, 'source', ['flatbed', 'feeder', 'feeder_both_sides']),
    resolution: one_of(from, 'resolution', [150, 200, 300, 600]),
    colour: one_of(from, 'colour', ['grey', 'colour']),
  };
}

/** Both edges of a part may come from divisions of whole pixels. */
const rounding = 1e-6;

function crop_part(from: Fields): { left: number; top: number; width: number; height: number } {
  const part = {
    left: measure(from, 'left', 0, 1),
    top: measure(from, 'top', 0, 1),
    width: measure(from, 'width', 0, 1),
    height: measure(from, 'height', 0, 1),
  };
  if (part.width === 0 || part.left + part.width > 1 + rounding) throw new WrongField(`${from.at}/width`);
  if (part.height === 0 || part.top + part.height > 1 + rounding) throw new WrongField(`${from.at}/height`);
  return part;
}

function retouch(from: Fields): Retouch {
  const type = one_of(from, 'type', ['rotate', 'crop', 'deskew', 'black_and_white', 'auto_crop']);
  if (type === 'rotate') return { type, degrees: one_of(from, 'degrees', [90, 180, 270]) };
  if (type === 'crop') return { type, ...crop_part(from) };
  return { type };
}

function print_options(from: Fields): PrintOptions {
  const pages = text(from, 'pages', 500);
  if (pages !== '' && !page_ranges.test(pages)) throw new WrongField(`${from.at}/pages`);
  return {
    copies: count(from, 'copies', 1, most_copies),
    sides: one_of(from, 'sides', ['one', 'long_edge', 'short_edge']),
    colour: one_of(from, 'colour', ['grey', 'colour']),
    pages,
  };
}

type Readers<M extends { type: string }> = { [T in M['type']]: (from: Fields) => Omit<Extract<M, { type: T }>, 'type'> };

const shared_readers: Readers<SharedMessage> = {
  note: (f) => ({ note_id: id(f, 'note_id'), text: text(f, 'text', longest_note), finished: yes_or_no(f, 'finished') }),
  media_state: (f) => ({
    camera: one_of(f, 'camera', ['on', 'muted', 'none', 'paused_for_line']),
    microphone: one_of(f, 'microphone', ['on', 'muted', 'none']),
  }),
  line_report: (f) => ({
    audio_lost: measure(f, 'audio_lost', 0, 1),
    audio_concealed: measure(f, 'audio_concealed', 0, 1),
    video_fps: measure(f, 'video_fps', 0, 240),
    video_lost: measure(f, 'video_lost', 0, 1),
  }),
};

const file_page = (f: Fields): number => count(f, 'page', 1, most_file_pages);

const adviser_readers: Readers<AdviserMessage> = {
  grant: (f) => ({ grant: text(f, 'grant', longest_grant) }),
  scan: (f) => ({ command_id: id(f, 'command_id'), options: scan_options(inner(f, 'options')) }),
  cancel_scan: (f) => ({ command_id: id(f, 'command_id') }),
  retouch: (f) => ({ command_id: id(f, 'command_id'), page_id: id(f, 'page_id'), operation: retouch(inner(f, 'operation')) }),
  assemble: (f) => ({
    command_id: id(f, 'command_id'),
    page_ids: list(f, 'page_ids', most_pages, id),
    format: one_of(f, 'format', ['pdf']),
    ...(f.value['black_and_white'] === undefined ? {} : { black_and_white: yes_or_no(f, 'black_and_white') }),
  }),
  drop_page: (f) => ({ page_id: id(f, 'page_id') }),
  show_file: (f) => ({ command_id: id(f, 'command_id'), paper_id: id(f, 'paper_id'), name: text(f, 'name', longest_name), page: file_page(f) }),
  turn_page: (f) => ({ command_id: id(f, 'command_id'), page: file_page(f) }),
  close_file: (f) => ({ command_id: id(f, 'command_id') }),
  print: (f) => ({
    command_id: id(f, 'command_id'),
    paper_id: id(f, 'paper_id'),
    purpose: one_of(f, 'purpose', ['document', 'receipt']),
    options: print_options(inner(f, 'options')),
  }),
  cancel_print: (f) => ({ command_id: id(f, 'command_id') }),
  send_again: () => ({}),
  closing: () => ({}),
  end: () => ({}),
};

const page_number = (f: Fields): number => count(f, 'page_number', 1, most_pages);

const kiosk_readers: Readers<KioskMessage> = {
  granted: () => ({}),
  devices: (f) => ({ report: json_object(f, 'report') }),
  scan_started: (f) => ({ command_id: id(f, 'command_id'), page_number: page_number(f) }),
  scan_progress: (f) => ({
    command_id: id(f, 'command_id'),
    page_number: page_number(f),
    rows: count(f, 'rows', 0, most_rows),
    of_rows: f.value['of_rows'] === null ? null : count(f, 'of_rows', 1, most_rows),
  }),
  page_waiting: (f) => ({ command_id: id(f, 'command_id'), page_id: id(f, 'page_id'), page_number: page_number(f) }),
  page_decided: (f) => ({ page_id: id(f, 'page_id'), decision: one_of(f, 'decision', ['send', 'keep']) }),
  page_ready: (f) => ({ page_id: id(f, 'page_id'), transfer_id: id(f, 'transfer_id'), replaces: f.value['replaces'] === null ? null : id(f, 'replaces') }),
  scan_finished: (f) => ({ command_id: id(f, 'command_id'), pages: count(f, 'pages', 0, most_pages) }),
  scan_failed: (f) => ({ command_id: id(f, 'command_id'), status: one_of(f, 'status', scan_statuses), pages: count(f, 'pages', 0, most_pages) }),
  command_refused: (f) => ({ command_id: id(f, 'command_id'), reason: word(f, 'reason') }),
  paper_ready: (f) => ({ command_id: id(f, 'command_id'), paper_id: id(f, 'paper_id'), transfer_id: id(f, 'transfer_id') }),
  file_shown: (f) => ({
    command_id: id(f, 'command_id'),
    paper_id: id(f, 'paper_id'),
    name: text(f, 'name', longest_name),
    page: file_page(f),
    pages: count(f, 'pages', 1, most_file_pages),
  }),
  file_closed: (f) => ({ command_id: id(f, 'command_id'), by: one_of(f, 'by', ['citizen', 'adviser', 'kiosk']) }),
  print_waiting: (f) => ({ command_id: id(f, 'command_id') }),
  print_decided: (f) => ({ command_id: id(f, 'command_id'), decision: one_of(f, 'decision', ['print', 'refuse']) }),
  print_state: (f) => ({
    command_id: id(f, 'command_id'),
    state: one_of(f, 'state', print_states),
    reasons: list(f, 'reasons', 32, word),
  }),
  wiped: (f) => ({ counts: counts(f, 'counts') }),
};

type Reading<S extends Side> = { message: ReceivedBy<S> } | { ignored: IgnoredMessage };

/**
 * Reads one JSON text that arrived at a page of this side. Unknown members are left out; an unknown type, or a type
 * that only the other direction may use, is ignored with a report (a newer page may know more than this one).
 */
export function read_control_message<S extends Side>(side: S, json: string): Reading<S> {
  if (json.length > longest_control_message) return { ignored: { reason: 'too_long', type: '', pointer: '' } };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ignored: { reason: 'not_json', type: '', pointer: '' } };
  }
  return read_control_value(side, value);
}

/** The same for a value that is already parsed. */
export function read_control_value<S extends Side>(side: S, value: unknown): Reading<S> {
  if (!is_record(value)) return { ignored: { reason: 'field_invalid', type: '', pointer: '' } };
  const type = typeof value['type'] === 'string' ? value['type'].slice(0, 64) : '';
  const readers: Record<string, (from: Fields) => object> = {
    ...shared_readers,
    ...(side === 'adviser' ? kiosk_readers : adviser_readers),
  };
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read === undefined) return { ignored: { reason: 'type_unknown', type, pointer: '/type' } };
  try {
    // The readers table is typed per message, so what a reader gives is that message without its type.
    return { message: { type, ...read({ value, at: '' }) } as ReceivedBy<S> };
  } catch (error) {
    if (error instanceof WrongField) return { ignored: { reason: 'field_invalid', type, pointer: error.pointer } };
    throw error;
  }
}
