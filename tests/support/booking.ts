// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from './link.ts';
import { StartedServer, type ServerOptions } from './server.ts';
import { demo_accounts, StaffSession, type Answer } from './staff.ts';

export interface Slot {
  supply_id: string;
  starts_at: number;
  ends_at: number;
}
export interface Booked {
  appointment_id: string;
  state: string;
  starts_at: number;
  code?: string;
  held_until?: number;
  allowed_actions: string[];
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** The day in Paris. */
export const day_of = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
const minute_of_day = (at: number): number => {
  const [hour = 0, past = 0] = new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Paris' }).split(':').map(Number);
  return hour * 60 + past;
};

/** The demonstration's town of Bretenoux, with the people who book there. */
export class BookingTown {
  /** Each is asked for once: what one test books does not disturb the next. */
  readonly #given = new Set<number>();

  readonly server: StartedServer;
  readonly mediator: StaffSession;
  readonly administrator: StaffSession;
  /** Without a cookie. */
  readonly citizen: StaffSession;
  readonly network_id: string;
  readonly site_id: string;
  readonly motives: Map<string, string>;
  readonly groups: Map<string, string>;

  private constructor(
    server: StartedServer,
    staff: { mediator: StaffSession; administrator: StaffSession },
    known: { network_id: string; site_id: string; motives: Map<string, string>; groups: Map<string, string> },
  ) {
    this.server = server;
    this.mediator = staff.mediator;
    this.administrator = staff.administrator;
    this.citizen = new StaffSession(server.local_url);
    this.network_id = known.network_id;
    this.site_id = known.site_id;
    this.motives = known.motives;
    this.groups = known.groups;
  }

  static async open(options: ServerOptions = {}): Promise<BookingTown> {
    const server = await StartedServer.start(options);
    const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
    const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
    const { body } = await administrator.get('/api/v1/network');
    const { networks } = body as {
      networks: { network_id: string; sites: { site_id: string; commune: string }[]; groups: { group_id: string; name: string }[] }[];
    };
    const network = networks[0];
    if (network === undefined) throw new Error('the demonstration has no network');
    const listed = (await mediator.get(`/api/v1/networks/${network.network_id}/motives`)).body as {
      motives: { motive: { motive_id: string; label: { fr: string } } }[];
    };
    const site_id = network.sites.find((site) => site.commune === 'Bretenoux')?.site_id ?? '';
    const motives = new Map(listed.motives.map(({ motive }) => [motive.label.fr, motive.motive_id]));
    const groups = new Map(network.groups.map((group) => [group.name, group.group_id]));
    return new BookingTown(server, { mediator, administrator }, { network_id: network.network_id, site_id, motives, groups });
  }

  /** Fifteen minutes with the CPAM, which answers every morning of the week. */
  get card(): string {
    return this.motives.get('Refaire ma carte Vitale') ?? '';
  }

  async slots(door = 'kiosk', motive = this.card): Promise<Slot[]> {
    const from = day_of(Date.now() + 2 * day);
    const to = day_of(Date.now() + 30 * day);
    const answer = await this.citizen.get(`/api/v1/public/sites/${this.site_id}/slots?motives=${motive}&door=${door}&from=${from}&to=${to}`);
    return (answer.body as { slots: Slot[] }).slots;
  }

  /** A free slot that no other test was given, far enough from those. */
  async fresh(): Promise<Slot> {
    const apart = (slot: Slot): boolean => [...this.#given].every((given) => Math.abs(given - slot.starts_at) >= 60 * minute);
    const slot = (await this.slots()).find(apart);
    if (slot === undefined) throw new Error('no slot is left');
    this.#given.add(slot.starts_at);
    return slot;
  }

  form(slot: Slot, change: Record<string, unknown> = {}): Record<string, unknown> {
    const { supply_id, starts_at } = slot;
    return { supply_id, starts_at, door: 'kiosk', site_id: this.site_id, motives: [this.card], visitor: { first_name: 'Odette' }, ...change };
  }

  book(id: string, form: Record<string, unknown>, who = this.mediator): Promise<Answer> {
    return who.put(`/api/v1/appointments/${id}`, form);
  }

  /** Booked by the mediator, with its code. */
  async booked(change: Record<string, unknown> = {}): Promise<Booked & { slot: Slot }> {
    const slot = await this.fresh();
    const answer = await this.book(new_ulid(), this.form(slot, change));
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return { ...(answer.body as Booked), slot };
  }

  async cancel(id: string): Promise<void> {
    const answer = await this.mediator.post(`/api/v1/appointments/${id}/cancel`, { reason: 'citizen_prevented' });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  async state_of(id: string): Promise<string> {
    return ((await this.mediator.get(`/api/v1/appointments/${id}`)).body as Booked).state;
  }

  /** The site is open now, and the CPAM answers now, whatever the day and the hour: the first of two slots of 20 minutes. */
  async slot_of_now(): Promise<Slot> {
    const now = Date.now();
    const today = day_of(now);
    const opened = await this.administrator.put(`/api/v1/sites/${this.site_id}/exceptions/${today}`, {
      reason: 'Ouvert toute la journée',
      hours: [{ from_minute: 0, to_minute: 1440 }],
    });
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
    await this.#clear_today(today);
    const supply_id = new_ulid();
    const begin = Math.floor(minute_of_day(now) / 40) * 40;
    const supplied = await this.administrator.put(`/api/v1/supplies/${supply_id}`, {
      group_id: this.groups.get('CPAM'),
      modality: 'appointment',
      recurrence: { first_day: today, rule: '', except: [] },
      legs: [{ sites: [this.site_id], from_minute: begin, to_minute: begin + 40 }],
      slot_minutes: 20,
      advisers: 2,
      walk_in_percent: 0,
      motives: [],
      revision: 0,
    });
    if (supplied.status !== 200) throw new Error(JSON.stringify(supplied.body));
    const starts_at = Math.floor(now / minute) * minute - (minute_of_day(now) - begin) * minute;
    return { supply_id, starts_at, ends_at: starts_at + 15 * minute };
  }

  /** What a slot belongs to. */
  async supply_of(slot: Slot): Promise<{ supply_id: string; group_id: string; revision: number }> {
    const day = day_of(slot.starts_at);
    const { supplies } = (await this.administrator.get(`/api/v1/networks/${this.network_id}/plan?from=${day}&to=${day}`)).body as {
      supplies: { supply: { supply_id: string; group_id: string }; revision: number }[];
    };
    const found = supplies.find(({ supply }) => supply.supply_id === slot.supply_id);
    if (found === undefined) throw new Error('that slot is of no supply');
    return { ...found.supply, revision: found.revision };
  }

  /** On weekday mornings the CPAM answers by the timetable already, and may not answer twice. */
  async #clear_today(today: string): Promise<void> {
    const { networks } = (await this.administrator.get('/api/v1/network')).body as { networks: { network_id: string }[] };
    const { supplies, openings } = (await this.administrator.get(`/api/v1/networks/${networks[0]?.network_id}/plan?from=${today}&to=${today}`)).body as {
      supplies: { supply: { supply_id: string; group_id: string }; revision: number }[];
      openings: { supply_id: string }[];
    };
    const of_today = supplies.filter(({ supply }) => supply.group_id === this.groups.get('CPAM') && openings.some((opening) => opening.supply_id === supply.supply_id));
    for (const { supply, revision } of of_today) {
      const cleared = await this.administrator.post(`/api/v1/supplies/${supply.supply_id}/except`, { day: today, revision });
      if (cleared.status !== 200) throw new Error(JSON.stringify(cleared.body));
    }
  }
}
