// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Notice, ProgressBar } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from '../call/from_home.ts';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { ShownFile } from './shown_file.ts';

interface ShownFileCardProps {
  room: InterviewRoom;
  file: ShownFile;
  /** The line carries nothing just now. */
  cut: boolean;
}

/** The file that is shown at the kiosk: where it is, which page the citizen has before them, and the pages turned for them. */
export function ShownFileCard({ room, file, cut }: ShownFileCardProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const { step, page, pages } = file;
  if (step === 'failed') {
    return (
      <Notice tone="danger" live title={file.name}>
        {say(from_home ? 'adviser.file.failed_home' : 'adviser.file.failed', { reason: file.failure ?? '' })}
      </Notice>
    );
  }
  return (
    <section className={styles.shown_file} aria-label={say(from_home ? 'adviser.file.at_home' : 'adviser.file.at_kiosk')}>
      <strong className={styles.print_name}>{file.name}</strong>
      {step === 'sending' ? <ProgressBar label={say(cut ? 'adviser.file.line_cut' : from_home ? 'adviser.file.step.sending_home' : 'adviser.file.step.sending')} value={file.progress} /> : null}
      <p className={styles.quiet} role="status">
        {step === 'arrived' ? say(from_home ? 'adviser.file.step.arrived_home' : 'adviser.file.step.arrived') : null}
        {step === 'shown' ? say('adviser.file.step.shown', { page, pages: pages ?? page }) : null}
        {step === 'closed' ? say(from_home ? 'adviser.file.step.closed_home' : 'adviser.file.step.closed', { by: file.closed_by ?? 'adviser' }) : null}
      </p>
      <div className={styles.buttons}>
        {step === 'sending' ? (
          <Button size="small" icon="close" on_press={() => room.files.cancel()}>
            {say('adviser.file.cancel')}
          </Button>
        ) : null}
        {step === 'shown' && pages !== null && pages > 1 ? (
          <>
            <Button icon="arrow_left" label={say('adviser.file.before')} disabled={page === 1} on_press={() => room.files.turn_page(page - 1)} />
            <Button icon="arrow_right" label={say('adviser.file.next')} disabled={page === pages} on_press={() => room.files.turn_page(page + 1)} />
          </>
        ) : null}
        {step === 'shown' || step === 'arrived' ? (
          <Button icon="close" on_press={() => room.files.close_file()}>
            {say(from_home ? 'adviser.file.close_home' : 'adviser.file.close')}
          </Button>
        ) : null}
        {step === 'closed' && file.paper_id !== null ? (
          <Button icon="eye" on_press={() => room.files.show_again()}>
            {say('adviser.file.show_again')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
