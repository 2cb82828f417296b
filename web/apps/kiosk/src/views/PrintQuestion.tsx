// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import { PdfPages } from '@parvis/ui/pdf';
import { useState, type ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { DeskPrint } from '../papers/paper_desk.ts';
import styles from './papers.module.css';

/** The document as it will come out, and the two answers. What cannot be shown cannot be agreed to. */
export function PrintQuestion({ room, print }: { room: InterviewRoom; print: DeskPrint }): ReactElement {
  const say = useSay();
  const bytes = room.print_bytes(print);
  const [seen, set_seen] = useState(false);
  const busy = print.state === 'deciding';
  return (
    <div className={styles.paper_and_words}>
      <div className={styles.document} tabIndex={0} role="region" aria-label={say('kiosk.print.preview')}>
        {bytes ? <PdfPages bytes={bytes} label={say('kiosk.print.preview')} on_opened={() => set_seen(true)} /> : null}
      </div>
      <div className={styles.side}>
        <h2>{say('kiosk.print.title')}</h2>
        <p>{say(print.purpose === 'receipt' ? 'kiosk.print.ask_receipt' : 'kiosk.print.ask_document')}</p>
        {print.options.copies > 1 ? <p>{say('kiosk.print.copies', { copies: print.options.copies })}</p> : null}
        <div className={styles.answers}>
          <KioskButton icon="printer" tone="primary" disabled={busy || !seen} on_press={() => room.decide_print(print, 'print')}>
            {say('kiosk.print.yes')}
          </KioskButton>
          <KioskButton icon="close" tone="danger" disabled={busy} on_press={() => room.decide_print(print, 'refuse')}>
            {say('kiosk.print.no')}
          </KioskButton>
        </div>
      </div>
    </div>
  );
}
