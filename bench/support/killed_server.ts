// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from 'node:timers/promises';
import { BookingTown, day_of, type Slot } from '../../tests/support/booking.ts';
import { new_ulid } from '../../tests/support/link.ts';
import type { ServerOptions } from '../../tests/support/server.ts';
import { figure, type Figure } from '../figure.ts';

const desks = 16;
/** More than so many of one desk are cancelled again, so that there is always something to fight for. */
const most_kept = 8;
/** Beyond the last slot that is offered. */
const furthest_ms = 31 * 86_400_000;

type Told = Map<string, { slot: Slot; state: 'confirmed' | 'cancelled' }>;

/** Until it is answered, under the same id: whoever is cut off tells it again. */
async function answered(ask: () => Promise<{ status: number }>, is_over: () => boolean): Promise<number | null> {
  while (!is_over()) {
    try {
      const { status } = await ask();
      if (status < 500 && status !== 429) return status;
    } catch {
      // The server was killed.
    }
    await pause(5);
  }
  return null;
}

/** One desk: books any place, and sometimes gives one of its own back. What it was told goes into `told`. */
async function fight_on(town: BookingTown, slots: readonly Slot[], told: Told, is_over: () => boolean): Promise<void> {
  const own: string[] = [];
  while (!is_over()) {
    const slot = slots[Math.floor(Math.random() * slots.length)];
    if (slot === undefined) throw new Error('there is nothing to book');
    const id = new_ulid();
    if ((await answered(() => town.book(id, town.form(slot)), is_over)) === 200) {
      told.set(id, { slot, state: 'confirmed' });
      own.push(id);
    }
    const oldest = own.length > most_kept ? own.shift() : undefined;
    if (oldest === undefined) continue;
    const known = told.get(oldest);
    // While it is being cancelled nobody knows what it is.
    told.delete(oldest);
    const cancel = () => town.mediator.post(`/api/v1/appointments/${oldest}/cancel`, { reason: 'citizen_prevented' });
    if (known !== undefined && (await answered(cancel, is_over)) === 200) told.set(oldest, { ...known, state: 'cancelled' });
  }
}

/** Asked for in one list: one by one, thousands of questions would meet the limit that the server sets to one caller. */
async function judge(town: BookingTown, told: Told): Promise<{ lost: number; doubled: number }> {
  const { body } = await town.mediator.get(`/api/v1/sites/${town.site_id}/appointments?from=${day_of(Date.now())}&to=${day_of(Date.now() + furthest_ms)}`);
  const listed = (body as { appointments: { appointment_id: string; state: string }[] }).appointments;
  const kept = new Map(listed.map(({ appointment_id, state }) => [appointment_id, state]));
  const lost = [...told].filter(([id, { state }]) => kept.get(id) !== state).length;
  const taken = [...told.values()].filter(({ state }) => state === 'confirmed').map(({ slot }) => slot);
  taken.sort((one, other) => one.starts_at - other.starts_at);
  const doubled = taken.filter((slot, index) => slot.starts_at < (taken[index - 1]?.ends_at ?? 0)).length;
  return { lost, doubled };
}

/** The time from a kill to ready again, while desks book at one kiosk; what they were told must be there afterwards. */
export async function kill_server(name: string, kills: number, options: ServerOptions): Promise<Figure> {
  const town = await BookingTown.open(options);
  try {
    const slots = await town.slots();
    const told: Told = new Map();
    let over = false;
    const fights = Promise.all(Array.from({ length: desks }, () => fight_on(town, slots, told, () => over)));
    const downtimes: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(50 + Math.random() * 250);
      const from = performance.now();
      await town.server.kill();
      await town.server.start_again();
      downtimes.push(performance.now() - from);
    }
    over = true;
    await fights;
    const { lost, doubled } = await judge(town, told);
    console.error(`   ${kills} times kill -9, ${told.size} acts acknowledged and asked for again`);
    if (lost + doubled > 0) throw new Error(`places were given twice (${doubled}), or what was told is gone (${lost})`);
    return { ...figure(name, 'ms', downtimes), doubled, lost };
  } finally {
    await town.server.stop();
  }
}
