// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon, KioskButton, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { Desk, DeskPage, DeskPrint } from '../papers/paper_desk.ts';
import styles from './papers.module.css';

/** What has been sent, printed and shown so far. */
export function PaperList({ room, desk, closing }: { room: InterviewRoom; desk: Desk; closing: boolean }): ReactElement {
  const say = useSay();
  const nothing = desk.pages.length === 0 && desk.prints.length === 0 && !desk.file;
  return (
    <div className={styles.list_zone}>
      <h2>{say('kiosk.papers')}</h2>
      {closing ? (
        <p className={styles.receipt} role="status">
          <Icon name="receipt" size="large" /> {say('kiosk.adviser.receipt')}
        </p>
      ) : null}
      {nothing ? (
        <div className={styles.message}>
          <Icon name="papers" size="huge" />
          <p>{say('kiosk.papers.empty')}</p>
        </div>
      ) : (
        <ul className={styles.list}>
          {desk.pages.map((page, index) => (
            <Page key={page.page_id} page={page} number={index + 1} />
          ))}
          {desk.prints.map((print) => (
            <Print key={print.command_id} print={print} />
          ))}
          {desk.file ? (
            <li>
              <Icon name="eye" />
              <span>{say('kiosk.papers.shown')}</span>
              <KioskButton icon="eye" on_press={() => room.files.open_again()}>
                {say('kiosk.file.open_again')}
              </KioskButton>
            </li>
          ) : null}
        </ul>
      )}
    </div>
  );
}

function Row({ icon, name, fate, good }: { icon: IconName; name: string; fate: string; good: boolean }): ReactElement {
  return (
    <li data-good={good || undefined}>
      <Icon name={icon} />
      <span>{name}</span>
      <strong>{fate}</strong>
    </li>
  );
}

function Page({ page, number }: { page: DeskPage; number: number }): ReactElement {
  const say = useSay();
  const fate = page.state === 'kept' ? 'kiosk.papers.kept' : page.state === 'sent' ? 'kiosk.papers.sent' : 'kiosk.papers.sending';
  return (
    <Row icon={page.state === 'kept' ? 'do_not_send' : 'paper'} name={say('kiosk.papers.page', { number })} fate={say(fate)} good={page.state === 'sent'} />
  );
}

function Print({ print }: { print: DeskPrint }): ReactElement {
  const say = useSay();
  const name = say(print.purpose === 'receipt' ? 'kiosk.papers.receipt' : 'kiosk.papers.document');
  const ends = ['completed', 'failed', 'not_accepting', 'unknown_outcome', 'cancelled'] as const;
  const end = ends.find((state) => state === print.state);
  const fate = print.state === 'refused' ? say('kiosk.papers.refused') : end ? say(`kiosk.print.state.${end}`) : say('kiosk.papers.sending');
  return <Row icon="printer" name={name} fate={fate} good={print.state === 'completed'} />;
}
