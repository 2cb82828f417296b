// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Card, Icon, Notice, useProblemText } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { is_from_home, place_title } from '../call/from_home.ts';
import { CorrectDialog } from '../close/CorrectDialog.tsx';
import type { UnsentBook } from '../close/unsent_book.ts';

type Reading = components['schemas']['InterviewReading'];

/** The adviser's own last interviews, with the citizen's receipt as long as it exists, and the outcome to correct as long as that
 * is allowed. Asked for anew when `news` changes. */
export function PastInterviews({ news, book }: { news: string; book: UnsentBook }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const [answer, set_answer] = useState<Awaited<ReturnType<typeof last_interviews>> | null>(null);
  useEffect(() => {
    let wanted = true;
    void last_interviews().then((came) => wanted && set_answer(came));
    return () => void (wanted = false);
  }, [news]);
  return (
    <Card title={say('adviser.past')} height="fill" flush>
      {answer && !answer.ok ? <Notice tone="attention">{problem_text(answer.error)}</Notice> : null}
      {answer?.ok && answer.value.interviews.length === 0 ? <p className={styles.past_none}>{say('adviser.past_none')}</p> : null}
      <ul className={styles.past} aria-label={say('adviser.past')}>
        {answer?.ok
          ? answer.value.interviews.map((reading) => <PastInterview key={reading.interview.interview_id} reading={reading} language={language} book={book} />)
          : null}
      </ul>
    </Card>
  );
}

function PastInterview({ reading, language, book }: { reading: Reading; language: 'fr' | 'en'; book: UnsentBook }): ReactElement {
  const say = useSay();
  const [correcting, set_correcting] = useState(false);
  const { interview, outcome, subjects, allowed_actions } = reading;
  const told = subjects.find(({ subject }) => subject === outcome?.form.subject);
  const when = day_and_time(interview.accepted_at ?? interview.requested_at, language);
  return (
    <li className={styles.past_one}>
      <div>
        <strong>{place_title(interview, say)}</strong> <span className={styles.soft}>{when}</span>
        <div className={styles.soft}>
          {(told?.label ?? interview.subject_label)[language]} · {interview.code ?? ''}
        </div>
      </div>
      <div className={styles.past_outcome}>
        {outcome ? say(`adviser.outcome.${outcome.form.outcome}`) : <Badge tone="attention">{say('adviser.past_no_outcome')}</Badge>}
        {allowed_actions.includes('read_receipt') ? (
          <a
            href={`/api/v1/interviews/${interview.interview_id}/receipt.pdf`}
            target="_blank"
            rel="noreferrer"
            aria-label={is_from_home(interview) ? say('adviser.past_receipt_home', { when }) : say('adviser.past_receipt_of', { site: interview.site_name, when })}
            className={styles.past_receipt}
          >
            <Icon name="receipt" size="small" /> {say('adviser.past_receipt')}
          </a>
        ) : null}
        {allowed_actions.includes('save_outcome') ? (
          <Button
            size="small"
            tone="quiet"
            label={say(outcome ? 'adviser.correct.of' : 'adviser.correct.write_of', { site: interview.site_name, when })}
            on_press={() => set_correcting(true)}
          >
            {say(outcome ? 'adviser.correct' : 'adviser.correct.write')}
          </Button>
        ) : null}
      </div>
      {correcting ? <CorrectDialog interview={interview} written={outcome?.form} book={book} on_close={() => set_correcting(false)} /> : null}
    </li>
  );
}

function last_interviews() {
  return ask(http.GET('/api/v1/interviews'));
}
