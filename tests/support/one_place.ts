// SPDX-License-Identifier: EUPL-1.2
import { day_of } from './booking.ts';
import { ClearedPlan } from './cleared_plan.ts';
import { new_ulid } from './link.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts, done, StaffSession } from './staff.ts';

const day_ms = 86_400_000;
const ten_o_clock = 600;
/** As long as the motive of the stories. */
const minutes = 15;

/** A body that has one single place in the whole network: at Bretenoux, in five days at ten, and Rose has it. */
export interface OnePlace {
  readonly network_id: string;
  readonly site_id: string;
  readonly motive_id: string;
  readonly starts_at: number;
  readonly mediator: StaffSession;
  /** Rose's. */
  readonly code: string;
  readonly appointment_id: string;
  /** Somebody asks on the portal to be told, by text message. */
  wait(first_name: string, telephone: string): Promise<{ code: string }>;
  rose_cancels(): Promise<void>;
}

export async function one_place(server: StartedServer, label: string): Promise<OnePlace> {
  const cleared = await ClearedPlan.of(server.local_url, label);
  const { network_id, site_id, motive_id } = cleared;
  const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const citizen = new StaffSession(server.local_url);
  const day = day_of(Date.now() + 5 * day_ms);
  await cleared.open_all_day(day);
  const supply_id = await cleared.plan({ first_day: day, rule: '' }, { from_minute: ten_o_clock, to_minute: ten_o_clock + minutes }, minutes);
  const free = (await done(citizen.get(`/api/v1/public/sites/${site_id}/slots?motives=${motive_id}&door=kiosk&from=${day}&to=${day}`))) as { slots: { starts_at: number }[] };
  if (free.slots.length !== 1) throw new Error(`there are ${free.slots.length} places, not one`);
  const starts_at = free.slots[0]?.starts_at ?? 0;
  const appointment_id = new_ulid();
  const booked = (await done(mediator.put(`/api/v1/appointments/${appointment_id}`, { supply_id, starts_at, door: 'kiosk', site_id, motives: [motive_id], visitor: { first_name: 'Rose' } }))) as { code: string };
  return {
    network_id,
    site_id,
    motive_id,
    starts_at,
    mediator,
    code: booked.code,
    appointment_id,
    async wait(first_name, telephone) {
      const form = { site_id, motives: [motive_id], doors: ['kiosk'], from_day: day_of(Date.now()), to_day: day_of(Date.now() + 20 * day_ms), visitor: { first_name, telephone }, language: 'fr' };
      return (await done(citizen.put(`/api/v1/public/waiting_entries/${new_ulid()}`, form))) as { code: string };
    },
    async rose_cancels() {
      await done(citizen.post('/api/v1/public/appointment/cancel', { code: booked.code }));
    },
  };
}

/** People are asked at any hour: stories run by night, too. */
export const asked_at_any_hour = { ask_from_hour: 0, ask_to_hour: 24, ask_on_sundays: true };
