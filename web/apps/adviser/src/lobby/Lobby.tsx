// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { UnsentBook } from '../close/unsent_book.ts';
import type { Console, RingView } from '../console_model.ts';
import type { OwnDevices } from '../own_devices.ts';
import { QueueCard } from '../queue/QueueCard.tsx';
import { useAttention } from './attention.ts';
import { KioskList } from './KioskList.tsx';
import { OwnDuties } from './OwnDuties.tsx';
import { PastInterviews } from './PastInterviews.tsx';
import { RingList } from './RingList.tsx';
import { SelfCheck } from './SelfCheck.tsx';

const no_rings: readonly RingView[] = [];

interface LobbyProps {
  console: Console;
  link: LinkClient;
  devices: OwnDevices;
  book: UnsentBook;
  /** Changes when an interview of this adviser has ended or its outcome was saved. */
  news: string;
}

/** Between two interviews: who rings and waits, the kiosks; one's own camera, microphone and sessions. */
export function Lobby({ console, link, devices, book, news }: LobbyProps): ReactElement {
  // On a break rings are still shown, but nobody is disturbed.
  useAttention(console.availability === 'available' ? console.rings : no_rings);
  return (
    <div className={styles.lobby}>
      <div className={styles.column}>
        <RingList rings={console.rings} lines={console.lines} availability={console.availability} link={link} />
        <QueueCard console={console} />
        <div className={styles.lists}>
          <KioskList kiosks={console.kiosks} link={link} />
          <PastInterviews news={news} book={book} />
        </div>
      </div>
      <div className={styles.side}>
        <SelfCheck devices={devices} />
        <OwnDuties news={news} />
      </div>
    </div>
  );
}
