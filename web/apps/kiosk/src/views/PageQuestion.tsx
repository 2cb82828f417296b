// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { DeskPage } from '../papers/paper_desk.ts';
import { PagePicture } from './PagePicture.tsx';
import styles from './papers.module.css';

export interface PageQuestionProps {
  room: InterviewRoom;
  page: DeskPage;
  /** Its place among all pages, from 1. */
  number: number;
  /** The scanner is already at the next page. */
  more: boolean;
}

/** The whole page, and the two answers. Nothing has left yet, and nothing can before the page was shown. */
export function PageQuestion({ room, page, number, more }: PageQuestionProps): ReactElement {
  const say = useSay();
  const canvas = room.tools.pictures.of(page.page_id);
  const busy = page.state === 'deciding';
  return (
    <div className={styles.paper_and_words}>
      <div className={styles.sheet}>
        {canvas ? <PagePicture canvas={canvas} label={say('kiosk.send.picture', { number })} /> : <Icon name="paper" size="huge" />}
      </div>
      <div className={styles.side}>
        <h2>{say('kiosk.send.title')}</h2>
        <div className={styles.answers}>
          <KioskButton icon="send" tone="primary" disabled={busy || !room.tools.pictures.is_whole(page.page_id)} on_press={() => room.decide_page(page, 'send')}>
            {say('kiosk.send.yes')}
          </KioskButton>
          <KioskButton icon="do_not_send" tone="danger" disabled={busy} on_press={() => room.decide_page(page, 'keep')}>
            {say('kiosk.send.no')}
          </KioskButton>
        </div>
        <p className={styles.more} role="status">
          {more ? say('kiosk.send.more') : null}
        </p>
      </div>
    </div>
  );
}
