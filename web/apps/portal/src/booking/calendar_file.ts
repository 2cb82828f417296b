// SPDX-License-Identifier: EUPL-1.2
// The appointment as a calendar file (RFC 5545), for the telephone's own calendar.

export interface CalendarEntry {
  /** The same for an appointment that was moved, so that the calendar changes it instead of adding another. */
  uid: string;
  starts_at: number;
  ends_at: number;
  /** When the file is made; a later file for the same uid wins. */
  made_at: number;
  title: string;
  location: string;
  description: string;
  /** Address of the page with the appointment. */
  url: string;
  reminder: string;
}

/** RFC 5545 3.3.5, form 2: "20261124T083000Z". */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
}

/** RFC 5545 3.3.11. */
function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const line_limit = 75;

/** RFC 5545 3.1: no line of more than 75 octets; the next one begins with a space. A character is never cut. */
export function folded_line(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > line_limit) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

export function calendar_file(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Portal//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${utc(entry.made_at)}`,
    `SEQUENCE:${Math.floor(entry.made_at / 60_000)}`,
    `DTSTART:${utc(entry.starts_at)}`,
    `DTEND:${utc(entry.ends_at)}`,
    `SUMMARY:${text(entry.title)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${text(entry.location)}`]),
    `DESCRIPTION:${text(entry.description)}`,
    `URL:${entry.url}`,
    'STATUS:CONFIRMED',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${text(entry.reminder)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded_line(line)}\r\n`).join('');
}
