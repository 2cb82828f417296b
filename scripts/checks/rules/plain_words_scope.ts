// SPDX-License-Identifier: EUPL-1.2
// Which texts citizens read or hear. What is not named here as written for staff is judged.
import type { Fault } from './plain_words_judge.ts';
import type { Sense } from './plain_words_lists.ts';

/** Catalogues that only people who are signed in read. */
export const staff_catalogues = ['adviser', 'call', 'desk', 'network', 'partner'];

/** Beginnings of keys that only staff, technicians and town halls read, by catalogue. */
export const staff_keys: Record<string, readonly string[]> = {
  home: ['home.no_role'],
  kiosk: ['kiosk.pairing.'],
  portal: ['portal.share.'],
  server: ['message.feed_duty', 'message.feed_title'],
  ui: ['ui.account.', 'ui.calendars', 'ui.device', 'ui.embed.', 'ui.link.', 'ui.page.', 'ui.shortcuts', 'ui.sign_in.'],
  wall: ['wall.setup.', 'wall.set_up', 'wall.ended'],
};

/** The problems of the server that a page for citizens shows in the server's words; all others are for staff. */
export const citizen_problems = [
  'appointment_changed_meanwhile', 'appointment_id_taken', 'conflict', 'database_busy', 'handler_timeout',
  'internal_error', 'invalid_input', 'line_closed', 'motive_not_for_modality', 'motives_of_several_bodies',
  'motives_too_many', 'not_found', 'offer_closed', 'offer_expired', 'offer_not_here', 'offer_unknown',
  'protocol_unsupported', 'rate_limited', 'receipt_erased', 'server_away', 'server_busy', 'ticket_there_already',
  'timeout', 'too_many_connections', 'too_many_requests', 'unavailable', 'visit_no_line', 'visit_not_from_home',
  'visit_not_open', 'visit_too_early', 'waiting_contact_missing', 'waiting_contact_unreachable', 'waiting_days_wrong',
  'waiting_doors_missing', 'waiting_hours_wrong', 'waiting_id_taken', 'waiting_step_impossible', 'waiting_unknown',
  'waiting_weekdays_wrong',
];

/** Faults that stay, each with its reason; one that is no longer needed is a finding. */
export const accepted: Record<string, { kind: Fault['kind']; why: string }> = {
  'portal.map.source': { kind: 'acronym', why: 'names the source of the map as its licence asks' },
};

export interface TextFile {
  file: string;
  name: string;
  language: 'fr' | 'en';
  sense: Sense;
}

/** Reads what a path says of its texts; undefined when citizens neither read nor hear them. */
export function citizen_file(path: string): TextFile | undefined {
  const read = /^web\/packages\/i18n\/catalogues\/(fr|en)\/(\w+)\.json$/.exec(path);
  const heard = /^web\/apps\/(\w+)\/voice\/(fr|en)\.json$/.exec(path);
  if (read?.[2] && !staff_catalogues.includes(read[2])) return { file: path, name: read[2], language: read[1] as 'fr', sense: 'read' };
  if (heard?.[1]) return { file: path, name: `voice/${heard[1]}`, language: heard[2] as 'fr', sense: 'heard' };
  return undefined;
}

export function is_for_citizens(name: string, key: string): boolean {
  if (name === 'server' && key.startsWith('problem.')) return citizen_problems.includes(key.slice('problem.'.length));
  return !(staff_keys[name] ?? []).some((beginning) => key.startsWith(beginning));
}

/** The C++ files that put citizens' papers and messages together: they say catalogue sentences and have none of their own. */
export const wordless_files = [
  /^server\/interview\/receipt\w*\.cpp$/,
  /^server\/scheduling\/reminders\/reminder_words\.cpp$/,
  /^server\/poster\/\w+\.cpp$/,
  /^server\/publication\/embed_page\.cpp$/,
];
