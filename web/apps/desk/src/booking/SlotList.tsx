// SPDX-License-Identifier: EUPL-1.2
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import type { Slot } from '../wire.ts';
import { by_day } from './slots_model.ts';

/** Free moments, one line for each day. */
export function SlotList({ slots, zone, on_choose }: { slots: readonly Slot[]; zone: string; on_choose(slot: Slot): void }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  if (slots.length === 0) return <p className={styles.large}>{say('desk.slots.none')}</p>;
  return (
    <div className={styles.slot_days}>
      {by_day(slots, zone).map((one) => (
        <section key={one.day} className={styles.slot_day} aria-label={day(one.slots[0]?.starts_at ?? 0, language, zone)}>
          <h3>{day(one.slots[0]?.starts_at ?? 0, language, zone)}</h3>
          <div className={styles.slots}>
            {one.slots.map((slot) => (
              <Button key={slot.starts_at} on_press={() => on_choose(slot)}>
                {time_of_day(slot.starts_at, language, zone)}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
