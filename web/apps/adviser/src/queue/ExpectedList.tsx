// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Notice, show_toast, useProblemText, type IconName } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { LineView } from '../console_model.ts';
import { AppointmentFacts, Names } from './AppointmentFacts.tsx';
import styles from './queue.module.css';
import { overrun_warning_ms } from './queue_words.ts';
import { expected_today, type Appointment } from './today_model.ts';
import { useNow } from './use_now.ts';
import { useToday } from './use_today.tsx';

const door_icons: Record<Appointment['door'], IconName> = { kiosk: 'kiosk', telephone: 'phone', home: 'start_again', on_site: 'person' };

/** Who has an appointment today and has not come yet, at every site, with the free time between. */
export function ExpectedList({ lines }: { lines: readonly LineView[] }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const { appointments, zone, read_at, problem } = useToday();
  const now = useNow();
  const expected = expected_today(appointments, lines, now);
  const count = expected.filter((entry) => entry.kind === 'expected').length;
  return (
    <section aria-labelledby="expected-today">
      <h3 id="expected-today" className={styles.line_name}>
        {say('adviser.expected', { count })}
      </h3>
      {problem === null ? null : (
        <div className={styles.notice}>
          <Notice tone="attention" title={read_at === null ? say('adviser.expected.unread') : say('adviser.expected.stale', { at: time_of_day(read_at, language, zone) })}>
            {problem_text(problem)}
          </Notice>
        </div>
      )}
      {count === 0 && read_at !== null ? <p className={styles.more}>{say('adviser.expected.nobody')}</p> : null}
      <ul className={styles.tickets} aria-label={say('adviser.expected.list')}>
        {expected.map((entry) =>
          entry.kind === 'gap' ? (
            <li key={`gap ${entry.to}`} className={styles.gap}>
              {say('adviser.expected.gap', { from: time_of_day(entry.from, language, zone), to: time_of_day(entry.to, language, zone) })}
            </li>
          ) : (
            <ExpectedRow key={entry.appointment.appointment_id} appointment={entry.appointment} late_minutes={entry.late_minutes} zone={zone} />
          ),
        )}
      </ul>
    </section>
  );
}

function ExpectedRow({ appointment, late_minutes, zone }: { appointment: Appointment; late_minutes: number; zone: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [open, set_open] = useState(false);
  const at = time_of_day(appointment.starts_at, language, zone);
  const { allowed_actions, starts_at } = appointment;
  const { first_name, telephone } = appointment.visitor;
  const name = first_name || say('adviser.expected.no_name');
  const by_telephone = appointment.door === 'telephone';
  const is_there = appointment.state === 'arrived';
  // An appointment that is over does not come back: nobody ends one of the afternoon by a slip.
  const is_soon = starts_at - useNow() <= overrun_warning_ms;
  return (
    <li className={styles.expected} data-late={late_minutes > 0 || undefined}>
      <time className={styles.hour}>{at}</time>
      <div>
        <strong>
          <Names appointment={appointment} />
        </strong>
        <div className={styles.soft}>
          {[appointment.site?.name, appointment.motives.map((motive) => motive.label[language]).join(', ')].filter(Boolean).join(' · ')}
        </div>
      </div>
      <div className={styles.badges}>
        {by_telephone ? <Badge icon="phone">{telephone === '' ? say('adviser.expected.call_nowhere', { at }) : say('adviser.expected.call', { at, telephone })}</Badge> : null}
        {by_telephone || appointment.door === 'kiosk' ? null : <Badge icon={door_icons[appointment.door]}>{say(`adviser.door.${appointment.door}`)}</Badge>}
        {is_there ? <Badge tone="good" icon="check">{say('adviser.expected.there')}</Badge> : null}
        {late_minutes > 0 && !is_there ? (
          <Badge tone="attention" icon="clock">
            {say(by_telephone ? 'adviser.expected.call_late' : 'adviser.expected.late', { minutes: late_minutes })}
          </Badge>
        ) : null}
      </div>
      <div className={styles.acts}>
        {is_soon && allowed_actions.includes('finish') ? (
          <EndButton step="finish" appointment={appointment} label={say(by_telephone ? 'adviser.expected.called_named' : 'adviser.expected.met_named', { name, at })}>
            {say(by_telephone ? 'adviser.expected.called' : 'adviser.expected.met')}
          </EndButton>
        ) : null}
        {late_minutes > 0 && allowed_actions.includes('miss') ? (
          <EndButton step="miss" appointment={appointment} label={say(by_telephone ? 'adviser.expected.no_answer_named' : 'adviser.expected.miss_named', { name, at })}>
            {say(by_telephone ? 'adviser.expected.no_answer' : 'adviser.expected.miss')}
          </EndButton>
        ) : null}
        <Button
          size="small"
          tone="quiet"
          icon={open ? 'chevron_down' : 'chevron_right'}
          label={say(open ? 'adviser.expected.less' : 'adviser.expected.more', { name, at })}
          on_press={() => set_open(!open)}
        />
      </div>
      {open ? <AppointmentFacts appointment={appointment} zone={zone} /> : null}
    </li>
  );
}

interface EndButtonProps {
  step: 'finish' | 'miss';
  appointment: Appointment;
  /** As it is spoken, with the name. */
  label: string;
  children: string;
}

/** Who did not come, was called or was met; whoever presses twice ends it once. */
function EndButton({ step, appointment, label, children }: EndButtonProps): ReactElement {
  const problem_text = useProblemText();
  const { read_again } = useToday();
  const [pending, set_pending] = useState(false);
  const end = async () => {
    set_pending(true);
    const params = { path: { appointment_id: appointment.appointment_id } };
    const paths = { finish: '/api/v1/appointments/{appointment_id}/finish', miss: '/api/v1/appointments/{appointment_id}/miss' } as const;
    const answer = await ask(http.POST(paths[step], { params }));
    set_pending(false);
    if (!answer.ok) show_toast({ tone: 'attention', title: problem_text(answer.error) });
    read_again();
  };
  return (
    <Button size="small" pending={pending} label={label} on_press={() => void end()}>
      {children}
    </Button>
  );
}
