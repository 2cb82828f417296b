// SPDX-License-Identifier: EUPL-1.2
// The messages that the adviser's page and the kiosk's page exchange on the `control` data channel.
// Life cycle, senders and what may go wrong: docs/realtime.md.

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Which page this is: it decides which messages may be sent and which are believed when they arrive. */
export type Side = 'adviser' | 'kiosk';

export type ScanSource = 'flatbed' | 'feeder' | 'feeder_both_sides';
export type ScanResolution = 150 | 200 | 300 | 600;
export type ColourMode = 'grey' | 'colour';
export type ScanOptions = { source: ScanSource; resolution: ScanResolution; colour: ColourMode };

// The words and shapes below are those of kiosk_protocol (papers.hpp), so that the kiosk's page passes them on as they are.

/** Crop keeps a part of the page, in fractions of its width and height as it is now; the part must not be empty. */
export type Retouch =
  | { type: 'rotate'; degrees: 90 | 180 | 270 }
  | { type: 'crop'; left: number; top: number; width: number; height: number }
  | { type: 'deskew' }
  | { type: 'black_and_white' }
  | { type: 'auto_crop' };

export type PrintSides = 'one' | 'long_edge' | 'short_edge';
export type PrintPurpose = 'document' | 'receipt';
/** `pages` as IPP page ranges, 1-based and inclusive ("1-3,5"); empty prints everything. `copies` is 1..20. */
export type PrintOptions = { copies: number; sides: PrintSides; colour: ColourMode; pages: string };

/** What both pages may say. */
export type SharedMessage =
  /** Real-time text: the whole text of the note so far, sent again as it grows (EN 301 549 6.2.4: within 500 ms). */
  | { type: 'note'; note_id: string; text: string; finished: boolean }
  /** What this side sends now, so that the other can say "picture paused, line is weak" instead of showing a frozen face. */
  | { type: 'media_state'; camera: CameraState; microphone: 'on' | 'muted' | 'none' }
  /** How this side receives the other, about every 2 s (every second while papers pass). Ratios in 0..1. */
  | { type: 'line_report'; audio_lost: number; audio_concealed: number; video_fps: number; video_lost: number };
export type CameraState = 'on' | 'muted' | 'none' | 'paused_for_line';

/** Adviser -> kiosk. Messages with a `command_id` are commands: repeating one never does the work twice. */
export type AdviserMessage =
  /** The server's signed grant, one string: the daemon alone can tell whether it is good. */
  | { type: 'grant'; grant: string }
  | { type: 'scan'; command_id: string; options: ScanOptions }
  | { type: 'cancel_scan'; command_id: string }
  | { type: 'retouch'; command_id: string; page_id: string; operation: Retouch }
  | { type: 'assemble'; command_id: string; page_ids: string[]; format: 'pdf'; black_and_white?: boolean }
  | { type: 'drop_page'; page_id: string }
  /** Shows a PDF and does not print it: a file that came as this transfer, or a paper that the kiosk still holds. */
  | { type: 'show_file'; command_id: string; paper_id: string; name: string; page: number }
  /** Turns to this page of the file that this command shows, counted from 1. */
  | { type: 'turn_page'; command_id: string; page: number }
  | { type: 'close_file'; command_id: string }
  | { type: 'print'; command_id: string; paper_id: string; purpose: PrintPurpose; options: PrintOptions }
  | { type: 'cancel_print'; command_id: string }
  | { type: 'send_again' }
  | { type: 'closing' }
  | { type: 'end' };

export type PageDecision = 'send' | 'keep';
export type PrintDecision = 'print' | 'refuse';
/** `kiosk`: its daemon was restarted and has the file no more. */
export type FileCloser = 'citizen' | 'adviser' | 'kiosk';
/** `completed`, `cancelled`, `failed`, `not_accepting` and `unknown_outcome` are final; all others may change. */
export type PrintState = (typeof print_states)[number];
export const print_states = [
  'sending', 'waiting', 'printing', 'paper_out', 'jammed', 'cover_open', 'toner_low', 'printer_stopped', 'printer_offline',
  'not_accepting', 'completed', 'cancelled', 'failed', 'unknown_outcome',
] as const;

/** How a scan ended; `finished` is the only success. */
export type ScanStatus = (typeof scan_statuses)[number];
export const scan_statuses = [
  'finished', 'cancelled', 'device_busy', 'jammed', 'no_documents', 'cover_open', 'io_error', 'no_memory', 'access_denied',
  'unsupported', 'invalid', 'hung', 'crashed', 'device_lost',
] as const;

/** What was wiped at the end, by store; counts only, never content. */
export type WipeCounts = { [store: string]: number };

/**
 * Kiosk -> adviser. `reason` is a stable word (lower case, underscores), never a sentence. Pages and papers bear the
 * daemon's paper ids.
 */
export type KioskMessage =
  | { type: 'granted' }
  /** The daemon's device report, passed on as it is (kiosk_protocol describes it). */
  | { type: 'devices'; report: JsonObject }
  | { type: 'scan_started'; command_id: string; page_number: number }
  | { type: 'scan_progress'; command_id: string; page_number: number; rows: number; of_rows: number | null }
  | { type: 'page_waiting'; command_id: string; page_id: string; page_number: number }
  | { type: 'page_decided'; page_id: string; decision: PageDecision }
  /** An agreed page comes as this transfer. A retouched page is a new page: `replaces` says whose place it takes. */
  | { type: 'page_ready'; page_id: string; transfer_id: string; replaces: string | null }
  | { type: 'scan_finished'; command_id: string; pages: number }
  /** `pages` were complete before the failure, and are kept. */
  | { type: 'scan_failed'; command_id: string; status: ScanStatus; pages: number }
  | { type: 'command_refused'; command_id: string; reason: string }
  /** The assembled PDF (or any other paper asked for by a command) comes as this transfer. */
  | { type: 'paper_ready'; command_id: string; paper_id: string; transfer_id: string }
  /** The citizen has this page before them; said again at each turn, whoever turned it. */
  | { type: 'file_shown'; command_id: string; paper_id: string; name: string; page: number; pages: number }
  | { type: 'file_closed'; command_id: string; by: FileCloser }
  | { type: 'print_waiting'; command_id: string }
  | { type: 'print_decided'; command_id: string; decision: PrintDecision }
  | { type: 'print_state'; command_id: string; state: PrintState; reasons: string[] }
  | { type: 'wiped'; counts: WipeCounts };

export type ControlMessage = SharedMessage | AdviserMessage | KioskMessage;

type SaidBy = { adviser: SharedMessage | AdviserMessage; kiosk: SharedMessage | KioskMessage };
type HeardBy = { adviser: SharedMessage | KioskMessage; kiosk: SharedMessage | AdviserMessage };
/** What a page of this side may send, and what it believes from the other. */
export type SentBy<S extends Side> = SaidBy[S];
export type ReceivedBy<S extends Side> = HeardBy[S];
export type MessageOf<M, T extends string> = Extract<M, { type: T }>;

/** Longest JSON text of one control message, in UTF-16 units: devices reports fit, a paper does not. */
export const longest_control_message = 64 * 1024;

/** Why an incoming message was not used; `pointer` is the JSON pointer of the field that was wrong. */
export type IgnoredMessage = { reason: 'not_json' | 'too_long' | 'type_unknown' | 'field_invalid'; type: string; pointer: string };
