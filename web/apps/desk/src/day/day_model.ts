// SPDX-License-Identifier: EUPL-1.2
// The day of a site in the order in which a mediator looks at it. What this desk has done and the server does not know
// yet is already in it. Pure.
import type { Deed, Entry } from '../outbox/outbox_model.ts';
import type { KnownDay } from '../offline/known_day.ts';
import { local_day } from '../offline/known_day.ts';
import type { AppointmentView, Motive, OfferEntry, PlainWords, TicketActKind, TicketView } from '../wire.ts';

export type DeskTicket = TicketView & { readonly unsent: boolean; readonly first_name: string };
export type DeskAppointment = AppointmentView & { readonly unsent: boolean };

/** A body that can be asked for here, and what one comes to it for. */
export interface Subject {
  readonly offer: OfferEntry;
  readonly motives: readonly Motive[];
}

export interface Window {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly partner_id: string;
  readonly acronym: string;
  readonly modality: 'appointment' | 'time_window' | 'half_day_session';
  /** Somebody of the body is there. */
  readonly on_site: boolean;
}

const offline_acts: Partial<Record<TicketView['state'], readonly TicketActKind[]>> = {
  waiting: ['away', 'park', 'urgent', 'leave'],
  away: ['back', 'leave'],
  parked: ['unpark', 'leave'],
};
const shown_order: readonly TicketView['state'][] = ['called', 'in_interview', 'waiting', 'away', 'parked'];

export function offers_here(day: KnownDay): OfferEntry[] {
  const offers = new Map((day.desk?.kiosks ?? []).flatMap((kiosk) => kiosk.offers.map((offer) => [offer.offer_id, offer])));
  return [...offers.values()];
}

/** What somebody waits for, as they would say it. */
export function wish_of(ticket: TicketView): PlainWords {
  return ticket.motive_label ?? ticket.subject_label;
}

/** Bodies with an open window first. */
export function subjects_here(day: KnownDay): Subject[] {
  const subjects = offers_here(day).map((offer) => ({
    offer,
    motives: day.motives.filter((motive) => motive.partner_id === offer.partner_id),
  }));
  const rank = ({ offer }: Subject) => ['open', 'nobody_there', 'closed'].indexOf(offer.state);
  return subjects.sort((one, other) => rank(one) - rank(other));
}

/** Who waits, is called or in an interview: who needs somebody at once first, then the line, then who is not in it now. */
export function tickets_here(day: KnownDay, entries: readonly Entry[]): DeskTicket[] {
  const names = new Map(day.appointments.map((one) => [one.appointment_id, one.visitor.first_name]));
  const tickets = new Map<string, DeskTicket>();
  for (const ticket of day.queue?.lines.flatMap((line) => line.tickets) ?? []) {
    tickets.set(ticket.ticket_id, { ...ticket, unsent: false, first_name: names.get(ticket.appointment_id ?? '') ?? '' });
  }
  for (const entry of entries.filter((one) => one.trouble === null)) {
    const after = ticket_after(tickets, entry, day);
    if (after) tickets.set(after.ticket_id, after);
  }
  const rank = (ticket: DeskTicket) => shown_order.indexOf(ticket.state);
  return [...tickets.values()]
    .filter((ticket) => rank(ticket) >= 0)
    .sort((one, other) => rank(one) - rank(other) || (one.position ?? Infinity) - (other.position ?? Infinity) || one.number - other.number);
}

function ticket_after(tickets: ReadonlyMap<string, DeskTicket>, entry: Entry, day: KnownDay): DeskTicket | null {
  const { deed } = entry;
  if (deed.kind === 'ticket') {
    if (tickets.has(deed.ticket_id)) return null;
    const motive = day.motives.find((one) => one.motive_id === deed.form.motive_id);
    const ticket = new_ticket(deed.ticket_id, deed.form.number ?? 0, deed.form.offer_id, entry, day, motive?.label);
    return deed.form.kiosk_id === undefined ? ticket : { ...ticket, wanted_kiosk_id: deed.form.kiosk_id };
  }
  if (deed.kind === 'arrival') {
    const appointment = day.appointments.find((one) => one.appointment_id === deed.appointment_id);
    if (tickets.has(deed.form.ticket_id) || appointment?.site === undefined || appointment.door !== 'kiosk') return null;
    const offer = offers_here(day).find((one) => one.partner_id === appointment.body.partner_id);
    const ticket = new_ticket(deed.form.ticket_id, deed.form.number ?? 0, offer?.offer_id ?? '', entry, day, appointment.motives[0]?.label);
    return { ...ticket, acronym: appointment.body.acronym, appointment_at: appointment.starts_at, first_name: appointment.visitor.first_name };
  }
  const ticket = deed.kind === 'act' ? tickets.get(deed.ticket_id) : undefined;
  return ticket && deed.kind === 'act' ? acted(ticket, deed) : null;
}

function new_ticket(ticket_id: string, number: number, offer_id: string, entry: Entry, day: KnownDay, label?: PlainWords): DeskTicket {
  const offer = offers_here(day).find((one) => one.offer_id === offer_id);
  return {
    ticket_id,
    number,
    site_id: entry.site_id,
    site_name: day.desk?.site.name ?? '',
    offer_id,
    acronym: offer?.acronym ?? '',
    subject_label: offer?.partner_name ?? { fr: entry.about, en: entry.about },
    ...(label === undefined ? {} : { motive_label: label }),
    state: 'waiting',
    arrived_at: entry.occurred_at,
    waited_minutes: 0,
    from_home: false,
    calls: 0,
    message: '',
    allowed_actions: [...(offline_acts.waiting ?? [])],
    unsent: true,
    first_name: '',
  };
}

function acted(ticket: DeskTicket, deed: Extract<Deed, { kind: 'act' }>): DeskTicket {
  const { form } = deed;
  const { position: _position, wait: _wait, ...rest } = ticket;
  const moved = (state: TicketView['state']): DeskTicket => ({ ...rest, state, unsent: true, allowed_actions: [...(offline_acts[state] ?? [])] });
  switch (form.act) {
    case 'leave':
      return moved('left');
    case 'away':
      return { ...moved('away'), ...(form.back_at === undefined ? {} : { back_at: form.back_at }) };
    case 'park':
      return { ...moved('parked'), ...(form.park_reason === undefined ? {} : { parked_for: form.park_reason }) };
    case 'back':
    case 'unpark':
    case 'put_back':
      return moved('waiting');
    case 'urgent':
      return { ...ticket, unsent: true, ...(form.urgent_reason === undefined ? {} : { urgent: form.urgent_reason }) };
    default:
      return { ...ticket, unsent: true };
  }
}

/** Appointments of the day that still matter, by time: who is expected, who came, who did not. */
export function expected_here(day: KnownDay, entries: readonly Entry[], now: number): DeskAppointment[] {
  const appointments = new Map<string, DeskAppointment>(day.appointments.map((one) => [one.appointment_id, { ...one, unsent: false }]));
  for (const entry of entries.filter((one) => one.trouble === null)) {
    const { deed } = entry;
    if (deed.kind === 'booking') {
      const booked = booked_here(entry, day);
      if (booked && local_day(booked.starts_at) === local_day(now)) appointments.set(booked.appointment_id, booked);
      continue;
    }
    const before = deed.kind === 'ticket' || deed.kind === 'act' || deed.kind === 'walk_in' ? undefined : appointments.get(deed.appointment_id);
    if (before === undefined) continue;
    if (deed.kind === 'arrival') appointments.set(before.appointment_id, { ...before, state: 'arrived', unsent: true, allowed_actions: [] });
    else appointments.delete(before.appointment_id);
  }
  return [...appointments.values()]
    .filter((one) => one.state !== 'held' && one.state !== 'moved' && one.state !== 'requested')
    .sort((one, other) => one.starts_at - other.starts_at || one.appointment_id.localeCompare(other.appointment_id));
}

/** A booking that the server does not know of yet, as it will be. */
export function booked_here(entry: Entry, day: KnownDay): DeskAppointment | null {
  const { deed } = entry;
  if (deed.kind !== 'booking') return null;
  const motives = day.motives.filter((one) => deed.form.motives.includes(one.motive_id));
  const partner = day.network?.partners.find((one) => one.partner_id === motives[0]?.partner_id);
  const minutes = Math.max(0, ...motives.map((one) => one.duration_minutes));
  const site = day.desk?.site;
  return {
    appointment_id: deed.appointment_id,
    state: 'confirmed',
    revision: 0,
    door: deed.form.door,
    starts_at: deed.form.starts_at,
    ends_at: deed.form.starts_at + minutes * 60_000,
    minutes,
    supply_id: deed.form.supply_id,
    group_id: '',
    body: { partner_id: partner?.partner_id ?? '', acronym: partner?.acronym ?? '', name: partner?.name ?? { fr: '', en: '' } },
    motives: motives.map((one) => ({ ...one, papers: [...one.papers] })),
    ...(site ? { site: { site_id: site.site_id, name: site.name, commune: site.commune } } : {}),
    ...(deed.form.code === undefined ? {} : { code: deed.form.code }),
    visitor: { first_name: '', telephone: '', email: '', companions: 0, note: '', note_is_confidential: false, language: 'fr', ...deed.form.visitor },
    created_at: entry.occurred_at,
    allowed_actions: [],
    unsent: true,
  };
}

/** Windows and sessions of a day, by time; past ones stay: the day is read as a whole. */
export function windows_of(day: KnownDay, wanted_day: string): Window[] {
  const supplies = new Map((day.plan?.supplies ?? []).map(({ supply }) => [supply.supply_id, supply]));
  const acronyms = new Map((day.network?.partners ?? []).map((partner) => [partner.partner_id, partner.acronym]));
  return (day.plan?.openings ?? [])
    .filter((opening) => opening.day === wanted_day && opening.sites.includes(day.site_id))
    .flatMap((opening) => {
      const supply = supplies.get(opening.supply_id);
      if (supply === undefined) return [];
      const acronym = acronyms.get(supply.partner_id) ?? '';
      return [{ key: `${opening.supply_id} ${opening.from}`, from: opening.from, to: opening.to, partner_id: supply.partner_id, acronym, modality: supply.modality, on_site: supply.on_site }];
    })
    .sort((one, other) => one.from - other.from || one.acronym.localeCompare(other.acronym));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
}

export function finds(words: string, first_name: string, code: string, number: number | null): boolean {
  const wanted = folded(words.trim());
  if (wanted === '') return false;
  if (/^\d{1,4}$/.test(wanted)) return number === Number(wanted);
  const letters = (text: string) => folded(text).replace(/[^a-z0-9]/g, '');
  return folded(first_name).split(/\s|-/).some((part) => part.startsWith(wanted)) || (wanted.length >= 3 && letters(code).startsWith(letters(wanted)));
}
