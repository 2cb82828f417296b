// SPDX-License-Identifier: EUPL-1.2
import { day_of } from './booking.ts';
import { new_ulid } from './link.ts';
import { demo_accounts, done, StaffSession } from './staff.ts';

interface Overview {
  networks: { network_id: string; sites: { site_id: string; commune: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}
interface Motives {
  motives: { motive: { motive_id: string; partner_id: string; label: { fr: string } } }[];
}
interface Plan {
  supplies: { supply: { supply_id: string; group_id: string }; revision: number }[];
}

const day_ms = 86_400_000;
/** Further than any story books. */
const planned_days = 60;

/** The body that answers a motive, with nothing planned any more, and Bretenoux, where a story plans anew. */
export class ClearedPlan {
  readonly network_id: string;
  readonly site_id: string;
  readonly motive_id: string;
  readonly #group_id: string;
  readonly #administrator: StaffSession;

  private constructor(known: { network_id: string; site_id: string; motive_id: string; group_id: string }, administrator: StaffSession) {
    this.network_id = known.network_id;
    this.site_id = known.site_id;
    this.motive_id = known.motive_id;
    this.#group_id = known.group_id;
    this.#administrator = administrator;
  }

  /** What the demonstration plans for the body of this motive gives way. */
  static async of(url: string, label: string): Promise<ClearedPlan> {
    const administrator = await StaffSession.open(url, demo_accounts.administrator);
    const [network] = ((await done(administrator.get('/api/v1/network'))) as Overview).networks;
    if (network === undefined) throw new Error('the demonstration has no network');
    const { network_id } = network;
    const site_id = network.sites.find((site) => site.commune === 'Bretenoux')?.site_id ?? '';
    const { motives } = (await done(administrator.get(`/api/v1/networks/${network_id}/motives`))) as Motives;
    const motive = motives.find((each) => each.motive.label.fr === label)?.motive;
    const groups = network.groups.filter((group) => group.partner_id === motive?.partner_id).map((group) => group.group_id);
    const span = `from=${day_of(Date.now())}&to=${day_of(Date.now() + planned_days * day_ms)}`;
    const { supplies } = (await done(administrator.get(`/api/v1/networks/${network_id}/plan?${span}`))) as Plan;
    for (const { supply, revision } of supplies.filter((each) => groups.includes(each.supply.group_id))) {
      await done(administrator.post(`/api/v1/supplies/${supply.supply_id}/end`, { last_day: day_of(Date.now() - day_ms), revision }));
    }
    return new ClearedPlan({ network_id, site_id, motive_id: motive?.motive_id ?? '', group_id: groups[0] ?? '' }, administrator);
  }

  /** The place is open from midnight to midnight. */
  async open_all_day(day: string): Promise<void> {
    const form = { reason: 'Journée continue', hours: [{ from_minute: 0, to_minute: 1440 }] };
    await done(this.#administrator.put(`/api/v1/sites/${this.site_id}/exceptions/${day}`, form));
  }

  /** One adviser, or so many, at their desk or on site, answer by appointment, in slots of so many minutes. Gives the id of what was planned. */
  async plan(recurrence: { first_day: string; rule: string }, between: { from_minute: number; to_minute: number }, slot_minutes: number, { advisers = 1, on_site = false } = {}): Promise<string> {
    const supply_id = new_ulid();
    const form = {
      group_id: this.#group_id,
      modality: 'appointment',
      recurrence: { ...recurrence, except: [] },
      legs: [{ sites: [this.site_id], ...between }],
      slot_minutes,
      advisers,
      walk_in_percent: 0,
      motives: [this.motive_id],
      on_site,
      revision: 0,
    };
    await done(this.#administrator.put(`/api/v1/supplies/${supply_id}`, form));
    return supply_id;
  }
}
