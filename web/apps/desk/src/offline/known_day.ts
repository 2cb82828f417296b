// SPDX-License-Identifier: EUPL-1.2
// The day as this desk last knew it, so that a page loaded during a cut shows it with its hour.
import type { Desk } from '../desk_model.ts';
import type { AppointmentView, LineView, Motive, NetworkView, Plan, QueueView } from '../wire.ts';

export interface KnownDay {
  readonly site_id: string;
  /** When the server last answered. */
  readonly heard_at: number;
  readonly desk: Desk | null;
  readonly queue: QueueView | null;
  /** Today and the days after. */
  readonly plan: Plan | null;
  readonly motives: readonly Motive[];
  readonly network: NetworkView | null;
  /** Of today. */
  readonly appointments: readonly AppointmentView[];
  /** Promised without a network, and their place was gone. */
  readonly requests: readonly AppointmentView[];
  /** Of all tickets seen today. */
  readonly highest_number: number;
}

const kept_for_ms = 20 * 3_600_000;

export function unknown_day(site_id: string): KnownDay {
  return { site_id, heard_at: 0, desk: null, queue: null, plan: null, motives: [], network: null, appointments: [], requests: [], highest_number: 0 };
}

/** What of a day that was kept is still true: yesterday's people are nobody's business. */
export function still_known(kept: KnownDay | null, site_id: string, now: number): KnownDay {
  if (kept === null || now - kept.heard_at > kept_for_ms) return unknown_day(site_id);
  if (local_day(kept.heard_at) === local_day(now)) return kept;
  return { ...kept, queue: null, appointments: [], highest_number: 0 };
}

/** "2026-11-22" in the network's zone. */
export function local_day(instant: number, zone = 'Europe/Paris'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The server has answered just now. */
export function heard(day: KnownDay, now: number): KnownDay {
  return { ...day, heard_at: now, highest_number: local_day(day.heard_at) === local_day(now) ? day.highest_number : 0 };
}

/** The day with lines that have just been told, each in the place of what was known of it. */
export function with_lines(day: KnownDay, lines: readonly LineView[], now: number): KnownDay {
  const known = day.queue?.lines ?? [];
  const told = new Map(lines.map((line) => [line.group_id, line]));
  const others = known.filter((line) => !told.has(line.group_id));
  const numbers = lines.flatMap((line) => line.tickets.map((ticket) => ticket.number));
  const after = heard(day, now);
  return { ...after, queue: { lines: [...others, ...lines].sort((one, other) => one.acronym.localeCompare(other.acronym)) }, highest_number: Math.max(after.highest_number, ...numbers) };
}

/** The day with the whole queue as it was asked for; lines that were told meanwhile are newer than the answer. */
export function with_queue(day: KnownDay, queue: QueueView, told_meanwhile: (group_id: string) => boolean, now: number): KnownDay {
  const newer = (day.queue?.lines ?? []).filter((line) => told_meanwhile(line.group_id));
  const answered = queue.lines.filter((line) => !told_meanwhile(line.group_id));
  return with_lines({ ...day, queue: { lines: newer } }, answered, now);
}
