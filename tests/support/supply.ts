// SPDX-License-Identifier: EUPL-1.2
import { day_of } from './booking.ts';
import { ClearedPlan } from './cleared_plan.ts';
import { new_ulid } from './link.ts';
import type { StartedServer } from './server.ts';
import { done, type StaffSession } from './staff.ts';

/** A body that answers at Bretenoux all day long, today and for two weeks: stories run on any day and at any hour. */
export interface OpenSupply {
  site_id: string;
  supply_id: string;
  motive_id: string;
  /** The next slot that begins in a while; before now: one of today that has begun. */
  next_slot(minutes_ahead: number): number;
  /** Somebody booked a few hours ago, for so many minutes from now. Under six hours it is today: late in the evening at eleven, or before. */
  book(who: StaffSession, first_name: string, minutes_ahead: number, door?: 'kiosk' | 'home'): Promise<{ appointment_id: string; starts_at: number; code: string }>;
}

const slot_ms = 15 * 60_000;
const hour_ms = 3_600_000;
const open_days = 15;
const all_day = { from_minute: 0, to_minute: 1440 };

export async function open_supply(server: StartedServer, label: string, advisers = 1): Promise<OpenSupply> {
  const cleared = await ClearedPlan.of(server.local_url, label);
  const { site_id, motive_id } = cleared;
  for (let ahead = 0; ahead < open_days; ahead += 1) await cleared.open_all_day(day_of(Date.now() + ahead * 24 * hour_ms));
  const supply_id = await cleared.plan({ first_day: day_of(Date.now()), rule: `FREQ=DAILY;COUNT=${open_days}` }, all_day, slot_ms / 60_000, { advisers });
  const next_midnight = (): number => {
    let hour = Math.ceil(Date.now() / hour_ms) * hour_ms;
    while (day_of(hour) === day_of(Date.now())) hour += hour_ms;
    return hour;
  };
  const next_slot = (minutes_ahead: number): number => {
    // Each day is an opening of its own: nothing is booked over midnight, and nothing of yesterday.
    const fits = (slot: number): boolean => day_of(slot) === day_of(slot + hour_ms - 1);
    const wanted = Date.now() + minutes_ahead * 60_000;
    if (minutes_ahead < 0) {
      let slot = Math.floor(wanted / slot_ms) * slot_ms;
      while (day_of(slot) !== day_of(Date.now())) slot += slot_ms;
      while (!fits(slot)) slot -= slot_ms;
      return slot;
    }
    let slot = Math.ceil(wanted / slot_ms) * slot_ms;
    while (!fits(slot)) slot += slot_ms;
    return slot;
  };
  return {
    site_id,
    supply_id,
    motive_id,
    next_slot,
    async book(who, first_name, minutes_ahead, door = 'kiosk') {
      const appointment_id = new_ulid();
      const today_at_last = next_midnight() - hour_ms;
      const wanted = minutes_ahead < 360 ? Math.min(next_slot(minutes_ahead), today_at_last) : next_slot(minutes_ahead);
      const book_at = (starts_at: number) =>
        who.put(`/api/v1/appointments/${appointment_id}`, { supply_id, starts_at, door, site_id, motives: [motive_id], visitor: { first_name }, occurred_at: Date.now() - 3 * hour_ms });
      let starts_at = wanted;
      let answer = await book_at(starts_at);
      // Somebody of the story may have that place already: then the next one of that day, or one before.
      const steps = Array.from({ length: 32 }, (_, step) => (step + 1) * slot_ms);
      for (const other of [...steps.map((step) => wanted + step), ...steps.map((step) => wanted - step)]) {
        if (answer.status !== 409) break;
        if (day_of(other + hour_ms - 1) !== day_of(wanted)) continue;
        starts_at = other;
        answer = await book_at(starts_at);
      }
      const { code } = (await done(Promise.resolve(answer))) as { code: string };
      return { appointment_id, starts_at, code };
    },
  };
}
