// SPDX-License-Identifier: EUPL-1.2
// Appointments that lost their place or would lose it, and where each could go.
import { ask, http, new_ulid, type components, type Result } from '@parvis/api';
import type { MessageKey } from '@parvis/i18n';
import { add_days, local_of } from '@parvis/i18n/local_time';

export type Displaced = components['schemas']['DisplacedView'];
export type DisplacedList = components['schemas']['DisplacedList'];
export type SupplyChange = components['schemas']['SupplyChange'];
type Slot = components['schemas']['SlotView'];

export const reason_words: Record<Displaced['reason'], MessageKey> = {
  nobody_on_duty: 'partner.displaced.nobody_on_duty',
  not_at_site: 'partner.displaced.not_at_site',
  too_few_advisers: 'partner.displaced.too_few_advisers',
  site_closed: 'partner.displaced.site_closed',
  kiosk_closed: 'partner.displaced.kiosk_closed',
};

/** Further ahead nobody wants to be moved by a machine. */
const looked_ahead_days = 45;

/** The slot nearest to the time that was promised; of two as near, the later one. */
export function nearest(slots: readonly Slot[], starts_at: number): Slot | undefined {
  return slots.toSorted((a, b) => Math.abs(a.starts_at - starts_at) - Math.abs(b.starts_at - starts_at) || b.starts_at - a.starts_at)[0];
}

/** The nearest place that is free for the same subjects, by the same door, at the same place. */
export async function find_place(displaced: Displaced, any_site: string, zone: string, now = Date.now()): Promise<Result<Slot | undefined>> {
  const today = local_of(now, zone).day;
  const promised = local_of(displaced.starts_at, zone).day;
  const from = [today, add_days(promised, -7)].toSorted().at(-1) ?? today;
  const found = await ask(
    http.GET('/api/v1/sites/{site_id}/slots', {
      params: {
        path: { site_id: displaced.site_id ?? any_site },
        query: { motives: displaced.motives.join(','), door: displaced.door, from, to: add_days(from, looked_ahead_days), moving: displaced.appointment_id },
      },
    }),
  );
  return found.ok ? { ok: true, value: nearest(found.value.slots, displaced.starts_at) } : found;
}

export function move_there(displaced: Displaced, slot: Slot) {
  const body = { appointment_id: new_ulid(), supply_id: slot.supply_id, starts_at: slot.starts_at, door: displaced.door, ...(displaced.site_id ? { site_id: displaced.site_id } : {}) };
  return ask(http.POST('/api/v1/appointments/{appointment_id}/move', { params: { path: { appointment_id: displaced.appointment_id } }, body }));
}

export function cancel_it(displaced: Displaced) {
  const params = { path: { appointment_id: displaced.appointment_id } };
  return ask(http.POST('/api/v1/appointments/{appointment_id}/cancel', { params, body: { reason: 'adviser_prevented' } }));
}

export function leave_it(displaced: Displaced) {
  return ask(http.POST('/api/v1/displaced/{appointment_id}/settle', { params: { path: { appointment_id: displaced.appointment_id } } }));
}

export function ask_preview(change: SupplyChange): Promise<Result<DisplacedList>> {
  return ask(http.POST('/api/v1/supply_previews', { body: change }));
}

/** The same wish, for good. */
export function send_change({ supply_id, save, end, except, instead, from_day }: SupplyChange): Promise<Result<unknown>> {
  const params = { path: { supply_id } };
  if (from_day) return ask(http.POST('/api/v1/supplies/{supply_id}/from_day', { params, body: from_day }));
  if (instead) return ask(http.POST('/api/v1/supplies/{supply_id}/instead', { params, body: instead }));
  if (except) return ask(http.POST('/api/v1/supplies/{supply_id}/except', { params, body: except }));
  if (end) return ask(http.POST('/api/v1/supplies/{supply_id}/end', { params, body: end }));
  if (save) return ask(http.PUT('/api/v1/supplies/{supply_id}', { params, body: save }));
  throw new Error('a change without its content');
}
