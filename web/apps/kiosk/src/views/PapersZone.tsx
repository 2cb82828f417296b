// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import { foreground, type Desk, type DeskPrint, type RunningScan } from '../papers/paper_desk.ts';
import { BellButton } from '../frame/BellButton.tsx';
import { FileReading } from './FileReading.tsx';
import { PaperList } from './PaperList.tsx';
import { PageQuestion } from './PageQuestion.tsx';
import { PrintQuestion } from './PrintQuestion.tsx';
import { PagePicture } from './PagePicture.tsx';
import styles from './papers.module.css';

export interface PapersZoneProps {
  room: InterviewRoom;
  desk: Desk;
  closing: boolean;
}

/** What lies between the citizen and the adviser: one thing at a time. */
export function PapersZone({ room, desk, closing }: PapersZoneProps): ReactElement {
  const say = useSay();
  return (
    <section className={styles.zone} aria-label={say('kiosk.papers')}>
      <Foremost room={room} desk={desk} closing={closing} />
    </section>
  );
}

function Foremost({ room, desk, closing }: PapersZoneProps): ReactElement {
  const say = useSay();
  const front = foreground(desk);
  switch (front.on) {
    case 'page':
      return <PageQuestion key={front.page.page_id} room={room} page={front.page} number={desk.pages.indexOf(front.page) + 1} more={desk.scan !== null} />;
    case 'print_question':
      return <PrintQuestion key={front.print.command_id} room={room} print={front.print} />;
    case 'scan':
      return <LiveScan room={room} scan={front.scan} />;
    case 'printing':
      return <Printing print={front.print} />;
    case 'trouble':
      return (
        <div className={styles.message} role="alert">
          <Icon name="warning" size="huge" />
          <h2>{say('kiosk.scan.trouble.title')}</h2>
          {front.status === 'finished' || front.status === 'cancelled' ? null : <p>{say(`kiosk.scan.trouble.${front.status}`)}</p>}
          <KioskButton icon="check" on_press={() => room.trouble_read()}>
            {say('kiosk.scan.trouble_read')}
          </KioskButton>
        </div>
      );
    case 'file':
      return <FileReading key={front.file.command_id} room={room} file={front.file} />;
    case 'list':
      return <PaperList room={room} desk={desk} closing={closing} />;
  }
}

function LiveScan({ room, scan }: { room: InterviewRoom; scan: RunningScan }): ReactElement {
  const say = useSay();
  const begun = scan.page_number > 0;
  const part = scan.of_rows === null ? null : scan.rows / scan.of_rows;
  return (
    <div className={styles.paper_and_words}>
      <div className={styles.sheet}>
        {begun && room.tools.pictures.live ? (
          <PagePicture canvas={room.tools.pictures.live} label={say('kiosk.scan.picture')} />
        ) : (
          <Icon name={scan.source === 'flatbed' ? 'scanner' : 'feeder'} size="huge" />
        )}
      </div>
      <div className={styles.side}>
        <h2>{say('kiosk.scan.title')}</h2>
        <p role="status">
          {begun ? say('kiosk.scan.progress', { number: scan.page_number }) : say(scan.source === 'flatbed' ? 'kiosk.scan.ordered' : 'kiosk.scan.ordered_feeder')}
        </p>
        <progress className={styles.progress} aria-label={say('kiosk.scan.title')} max={1} value={part ?? undefined} />
        <p>{say('kiosk.scan.title_detail')}</p>
      </div>
    </div>
  );
}

const quiet_states = ['sending', 'waiting', 'printing', 'toner_low'] as const;
const stuck_states = ['paper_out', 'jammed', 'cover_open', 'printer_stopped', 'printer_offline'] as const;

function Printing({ print }: { print: DeskPrint }): ReactElement {
  const say = useSay();
  const quiet = quiet_states.find((state) => state === print.state);
  const stuck = stuck_states.find((state) => state === print.state);
  return (
    <div className={styles.message} role="status">
      <Icon name={stuck ? 'warning' : 'printer'} size="huge" />
      <h2>{say('kiosk.printing.title')}</h2>
      {quiet || stuck ? <p>{say(`kiosk.print.state.${quiet ?? stuck ?? 'printing'}`)}</p> : null}
      {stuck ? <BellButton tone="primary" /> : null}
    </div>
  );
}
