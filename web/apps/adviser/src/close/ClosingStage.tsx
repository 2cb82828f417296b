// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Badge, Card } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import { is_from_home } from '../call/from_home.ts';
import type { AdviserInterview } from '../console_model.ts';
import { ended_words } from './ended_words.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import type { UnsentBook } from './unsent_book.ts';

const unknown_pages = { pages_received: 0, pages_printed: 0 };

/** The citizen has gone before the outcome was written: it is written now, the receipt can be found by its code. */
export function ClosingStage({ interview, book }: { interview: AdviserInterview; book: UnsentBook }): ReactElement {
  const say = useSay();
  const wiped = interview.wiped;
  return (
    <div className={styles.closing}>
      <Card
        title={say(ended_words(interview))}
        actions={wiped ? <Badge tone="good">{is_from_home(interview) ? say('adviser.wiped_home', { papers: wiped.page_papers }) : say('adviser.wiped', { papers: wiped.daemon_papers })}</Badge> : null}
      >
        <OutcomeForm interview={interview} book={book} pages={unknown_pages} on_saved={() => undefined} />
      </Card>
    </div>
  );
}
