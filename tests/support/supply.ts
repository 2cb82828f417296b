// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from './link.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts, StaffSession } from './staff.ts';

interface Overview {
  networks: { network_id: string; sites: { site_id: string; commune: string }[]; partners: { partner_id: string; acronym: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}
interface Motives {
  motives: { motive: { motive_id: string; partner_id: string; label: { fr: string } } }[];
}
interface Plan {
  supplies: { supply: { supply_id: string; group_id: string }; revision: number }[];
}

/** A body that answers at Bretenoux all day long, today and for two weeks: stories run on any day and at any hour. */
export interface OpenSupply {
  site_id: string;
  supply_id: string;
  motive_id: string;
  /** The next slot that begins in a while. */
  next_slot(minutes_ahead: number): number;
  /** Somebody booked a few hours ago, for so many minutes from now. Under six hours it is today: late in the evening at eleven, or before. */
  book(who: StaffSession, first_name: string, minutes_ahead: number, door?: 'kiosk' | 'home'): Promise<{ appointment_id: string; starts_at: number; code: string }>;
}

const slot_ms = 15 * 60_000;
const hour_ms = 3_600_000;
const local_day = (instant: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(instant);

async function done(answer: Promise<{ status: number; body: unknown }>): Promise<unknown> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

export async function open_supply(server: StartedServer, label: string): Promise<OpenSupply> {
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  const [network] = ((await administrator.get('/api/v1/network')).body as Overview).networks;
  if (network === undefined) throw new Error('the demonstration has no network');
  const site_id = network.sites.find((site) => site.commune === 'Bretenoux')?.site_id ?? '';
  const { motives } = (await administrator.get(`/api/v1/networks/${network.network_id}/motives`)).body as Motives;
  const motive = motives.find((each) => each.motive.label.fr === label)?.motive;
  const group_id = network.groups.find((group) => group.partner_id === motive?.partner_id)?.group_id;
  const today = local_day(Date.now());
  for (let ahead = 0; ahead < 15; ahead += 1) {
    const day = local_day(Date.now() + ahead * 24 * hour_ms);
    await done(administrator.put(`/api/v1/sites/${site_id}/exceptions/${day}`, { reason: 'Journée continue', hours: [{ from_minute: 0, to_minute: 1440 }] }));
  }
  // What the demonstration plans for this body gives way.
  const { supplies } = (await administrator.get(`/api/v1/networks/${network.network_id}/plan?from=${today}&to=${local_day(Date.now() + 14 * 24 * hour_ms)}`)).body as Plan;
  for (const { supply, revision } of supplies.filter((each) => each.supply.group_id === group_id)) {
    await done(administrator.post(`/api/v1/supplies/${supply.supply_id}/end`, { last_day: local_day(Date.now() - 24 * hour_ms), revision }));
  }
  const supply_id = new_ulid();
  await done(
    administrator.put(`/api/v1/supplies/${supply_id}`, {
      group_id,
      modality: 'appointment',
      recurrence: { first_day: today, rule: 'FREQ=DAILY;COUNT=15', except: [] },
      legs: [{ sites: [site_id], from_minute: 0, to_minute: 1440 }],
      slot_minutes: slot_ms / 60_000,
      advisers: 1,
      walk_in_percent: 0,
      motives: [motive?.motive_id],
      revision: 0,
    }),
  );
  const next_midnight = (): number => {
    let hour = Math.ceil(Date.now() / hour_ms) * hour_ms;
    while (local_day(hour) === local_day(Date.now())) hour += hour_ms;
    return hour;
  };
  const next_slot = (minutes_ahead: number): number => {
    let slot = Math.ceil((Date.now() + minutes_ahead * 60_000) / slot_ms) * slot_ms;
    // Each day is an opening of its own: nothing is booked over midnight.
    while (local_day(slot) !== local_day(slot + hour_ms - 1)) slot += slot_ms;
    return slot;
  };
  return {
    site_id,
    supply_id,
    motive_id: motive?.motive_id ?? '',
    next_slot,
    async book(who, first_name, minutes_ahead, door = 'kiosk') {
      const appointment_id = new_ulid();
      const today_at_last = next_midnight() - hour_ms;
      const wanted = minutes_ahead < 360 ? Math.min(next_slot(minutes_ahead), today_at_last) : next_slot(minutes_ahead);
      const book_at = (starts_at: number) =>
        who.put(`/api/v1/appointments/${appointment_id}`, { supply_id, starts_at, door, site_id, motives: [motive?.motive_id], visitor: { first_name }, occurred_at: Date.now() - 3 * hour_ms });
      let starts_at = wanted;
      let answer = await book_at(starts_at);
      // Somebody of the story may have that place already: then the next one of that day, or one before.
      const steps = Array.from({ length: 32 }, (_, step) => (step + 1) * slot_ms);
      for (const other of [...steps.map((step) => wanted + step), ...steps.map((step) => wanted - step)]) {
        if (answer.status !== 409) break;
        if (local_day(other + hour_ms - 1) !== local_day(wanted)) continue;
        starts_at = other;
        answer = await book_at(starts_at);
      }
      const { code } = (await done(Promise.resolve(answer))) as { code: string };
      return { appointment_id, starts_at, code };
    },
  };
}
