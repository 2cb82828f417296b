// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button } from '@parvis/ui';
import { PdfPages } from '@parvis/ui/pdf';
import { useEffect, useRef, type ReactElement } from 'react';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { GivenFile } from '../papers/table.ts';
import styles from './papers.module.css';

/** What the adviser shows, read together page by page; or what they give, to be kept. */
export function FileReading({ room, file }: { room: InterviewRoom; file: GivenFile }): ReactElement {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { command_id, bytes, name, page, pages } = file;
  const given = file.kind === 'given';
  return (
    <section className={styles.question} aria-labelledby="file">
      <h2 id="file" ref={title} tabIndex={-1}>
        {say(file.purpose === 'receipt' ? 'visit.file.receipt' : given ? 'visit.file.given' : 'visit.file.shown')}
      </h2>
      <div className={given ? styles.paper : styles.sheet} tabIndex={0} role="region" aria-label={name}>
        <PdfPages bytes={bytes} label={name} {...(given ? {} : { only_page: page })} on_opened={(count) => room.papers.opened(command_id, count)} on_failed={() => room.papers.unreadable(file)} />
      </div>
      <div className={styles.answers} data-lead={given || undefined}>
        {!given && pages !== null && pages > 1 ? (
          <>
            <Button icon="arrow_left" disabled={page === 1} on_press={() => room.papers.turn(command_id, page - 1)}>
              {say('visit.file.before')}
            </Button>
            <Button icon="arrow_right" disabled={page === pages} on_press={() => room.papers.turn(command_id, page + 1)}>
              {say('visit.file.next')}
            </Button>
          </>
        ) : null}
        {given ? (
          <Button
            tone="primary"
            size="large"
            icon="download"
            on_press={() => {
              save(name, bytes);
              room.papers.answer_given(file, 'saved');
            }}
          >
            {say('visit.file.save')}
          </Button>
        ) : null}
        {given && file.answered === null ? (
          <Button icon="close" on_press={() => room.papers.answer_given(file, 'refused')}>
            {say('visit.file.refuse')}
          </Button>
        ) : (
          <Button icon="close" on_press={() => room.papers.close(command_id, 'citizen')}>
            {say('visit.file.close')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Handed over to their own device: from here on it is theirs. */
function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.toLowerCase().endsWith('.pdf') ? name : `${name}.pdf`;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
