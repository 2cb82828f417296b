// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import { PdfPages } from '@parvis/ui/pdf';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { DeskFile } from '../papers/paper_desk.ts';
import { useStation } from '../use_station.tsx';
import styles from './reading.module.css';

/** Times the size at which the whole page is seen. The second is about the whole width of A4, so that it slides one way only. */
const zooms = [1, 1.4, 2, 3] as const;

/** A file that the adviser shows: one page at a time, as large as there is room; nothing is printed. */
export function FileReading({ room, file }: { room: InterviewRoom; file: DeskFile }): ReactElement {
  const say = useSay();
  const { view } = useStation();
  const { bytes } = room.files;
  const { page, pages } = file;
  const [zoom, set_zoom] = useState(view.comfort.text === 'normal' ? 0 : 1);
  const paper = useRef<HTMLDivElement>(null);
  // Each page is read from its top.
  useEffect(() => {
    paper.current?.scrollTo(0, 0);
  }, [page]);
  return (
    <div className={styles.reading}>
      <header className={styles.head}>
        <h2>{say('kiosk.file.title')}</h2>
        {pages === null ? null : <p role="status">{say('kiosk.file.page', { page, pages })}</p>}
      </header>
      <div ref={paper} className={styles.paper} tabIndex={0} role="region" aria-label={file.name}>
        {bytes ? (
          <PdfPages bytes={bytes} label={file.name} only_page={page} zoom={zooms[zoom]} on_opened={(count) => room.files.opened(count)} on_failed={() => room.files.unreadable()} />
        ) : null}
      </div>
      <div className={styles.turning}>
        {pages !== null && pages > 1 ? (
          <>
            <KioskButton icon="arrow_left" layout="above" disabled={page === 1} on_press={() => room.files.turn(page - 1)}>
              {say('kiosk.file.before')}
            </KioskButton>
            <KioskButton icon="arrow_right" layout="above" disabled={page === pages} on_press={() => room.files.turn(page + 1)}>
              {say('kiosk.file.next')}
            </KioskButton>
          </>
        ) : null}
        <KioskButton icon="zoom_out" layout="above" disabled={zoom === 0} on_press={() => set_zoom(zoom - 1)}>
          {say('kiosk.file.smaller')}
        </KioskButton>
        <KioskButton icon="zoom_in" layout="above" disabled={zoom === zooms.length - 1} on_press={() => set_zoom(zoom + 1)}>
          {say('kiosk.file.larger')}
        </KioskButton>
        <KioskButton icon="close" layout="above" on_press={() => room.files.close('citizen')}>
          {say('kiosk.file.close')}
        </KioskButton>
      </div>
    </div>
  );
}
