// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useDeskAtWork } from '../desk_context.ts';
import type { Motive, Slot } from '../wire.ts';
import type { ChosenPlace } from './BookingDialog.tsx';
import { planned_slots } from './slots_model.ts';
import { SlotList } from './SlotList.tsx';

/** Without a network: what is planned here. Whether it is still free turns out later. */
export function ProvisionalStep({ motives, on_choose }: { motives: readonly Motive[]; on_choose(slot: ChosenPlace): void }): ReactElement {
  const say = useSay();
  const { day, entries, now, site_id } = useDeskAtWork();
  const [motive] = motives;
  const duration_minutes = motives.reduce((sum, one) => sum + one.duration_minutes, 0);
  const here = day.desk?.site.name ?? '';
  const comes_there = (slot: Slot): boolean => day.plan?.supplies.find(({ supply }) => supply.supply_id === slot.supply_id)?.supply.on_site ?? false;
  const slots = motive === undefined ? [] : planned_slots(day, entries, { ...motive, duration_minutes }, now);
  return (
    <>
      <Notice tone="attention" title={say('desk.provisional.title')}>
        {say('desk.provisional.detail')}
      </Notice>
      <SlotList slots={slots} zone={day.plan?.time_zone ?? 'Europe/Paris'} on_choose={(slot) => on_choose({ ...slot, door: comes_there(slot) ? 'on_site' : 'kiosk', site_id, place: here })} />
    </>
  );
}
