// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { calendar_file, folded_line, type CalendarEntry } from './calendar_file.ts';

const entry: CalendarEntry = {
  uid: 'K7MF4-PXA9C@parvis.example',
  starts_at: Date.UTC(2026, 10, 24, 8),
  ends_at: Date.UTC(2026, 10, 24, 8, 30),
  made_at: Date.UTC(2026, 10, 22, 7, 15, 30, 123),
  title: 'Rendez-vous par écran : Carsat',
  location: 'Mairie de Bretenoux, Place des Consuls, Bretenoux',
  description: 'Papiers à apporter :\n- Une pièce d’identité\n- Votre relevé de carrière; tout, même ancien',
  url: 'https://parvis.example/portal/?step=mine',
  reminder: 'Rendez-vous demain',
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('it begins, lasts and ends at the instants of the appointment, in UTC', () => {
  const lines = unfolded(calendar_file(entry));
  expect(lines).toContain('DTSTART:20261124T080000Z');
  expect(lines).toContain('DTEND:20261124T083000Z');
  expect(lines).toContain('DTSTAMP:20261122T071530Z');
});

test('commas, semicolons and new lines of the texts are escaped', () => {
  const lines = unfolded(calendar_file(entry));
  expect(lines).toContain('LOCATION:Mairie de Bretenoux\\, Place des Consuls\\, Bretenoux');
  expect(lines).toContain('DESCRIPTION:Papiers à apporter :\\n- Une pièce d’identité\\n- Votre relevé de carrière\\; tout\\, même ancien');
});

test('every line ends with CRLF and has at most 75 octets, and no character is cut', () => {
  const file = calendar_file({ ...entry, title: 'é'.repeat(200) });
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(unfolded(file)).toContain(`SUMMARY:${'é'.repeat(200)}`);
  expect(folded_line('short')).toBe('short');
});

test('by telephone there is no place to go to', () => {
  expect(calendar_file({ ...entry, location: '' })).not.toContain('LOCATION');
});

test('after a move the same appointment has a higher sequence', () => {
  const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
  expect(sequence(calendar_file({ ...entry, made_at: entry.made_at + 60_000 }))).toBeGreaterThan(sequence(calendar_file(entry)));
});
