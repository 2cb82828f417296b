// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { show_toast } from '@parvis/ui';
import { useState } from 'react';
import { useDeskAtWork } from '../desk_context.ts';
import type { AppointmentView, Door, Slot } from '../wire.ts';

/** Moves it, tells so, and answers whether it was done; why not is told as well. Doing it twice moves it once. */
export function useMove(appointment: AppointmentView): (slot: Slot, door: Door, telephone?: string) => Promise<boolean> {
  const say = useSay();
  const { language } = useLanguage();
  const { site_id, submit, look } = useDeskAtWork();
  const [new_id] = useState(new_ulid);
  const { appointment_id, visitor } = appointment;
  return async (slot, door, telephone = '') => {
    const form = { appointment_id: new_id, supply_id: slot.supply_id, starts_at: slot.starts_at, door, site_id, ...(telephone === '' ? {} : { telephone }) };
    const about = say('desk.about.move', { name: visitor.first_name || say('desk.expected.unnamed'), at: day_and_time(slot.starts_at, language) });
    const outcome = await submit(about, { kind: 'move', appointment_id, form });
    look();
    if (outcome) show_toast({ tone: 'good', title: about });
    return outcome !== null;
  };
}
