// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import { tickets_here } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { KioskCard } from './KioskCard.tsx';

/** Who is in the room, and whether the kiosks work. */
export function KioskPanel(): ReactElement {
  const say = useSay();
  const { day, entries, link, online } = useDeskAtWork();
  const kiosks = day.desk?.kiosks ?? [];
  const tickets = tickets_here(day, entries);
  return (
    <div className={styles.side}>
      {kiosks.map((kiosk) => {
        const inside = tickets.find((one) => one.kiosk_id === kiosk.kiosk_id && (one.state === 'called' || one.state === 'in_interview'));
        return <KioskCard key={kiosk.kiosk_id} kiosk={kiosk} link={link} online={online} ticket_number={inside?.number ?? null} />;
      })}
      {day.desk && kiosks.length === 0 ? <Notice>{say('desk.no_kiosk')}</Notice> : null}
    </div>
  );
}
