// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Notice, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import { place_title } from '../call/from_home.ts';
import type { Unsent, UnsentBook } from './unsent_book.ts';

/** What is not on the server yet, said as long as it is so. */
export function UnsentNotice({ book, unsent }: { book: UnsentBook; unsent: readonly Unsent[] }): ReactElement | null {
  const say = useSay();
  const problem_text = useProblemText();
  if (unsent.length === 0) return null;
  return (
    <div className={styles.unsent}>
      {unsent.map(({ interview_id, site_name, kiosk_name, outcome, problem }) => {
        const site = place_title({ site_name, kiosk_name }, say);
        return problem ? (
          <Notice
            key={interview_id}
            tone="danger"
            live
            title={say('adviser.unsent_refused', { site })}
            actions={
              <Button size="small" on_press={() => book.forget(interview_id)}>
                {say('adviser.unsent_forget')}
              </Button>
            }
          >
            {problem_text(problem)}
          </Notice>
        ) : (
          <Notice key={interview_id} tone="attention" live title={say(outcome ? 'adviser.unsent' : 'adviser.unsent_end', { site })}>
            {say('adviser.unsent_detail')}
          </Notice>
        );
      })}
    </div>
  );
}
