// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Checkbox, Field, Notice, RadioGroup, show_toast, useProblemText } from '@parvis/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { local_day } from '../offline/known_day.ts';
import type { Motive, Proposals } from '../wire.ts';
import { waiting_changed } from './use_waiting.ts';

const day_ms = 86_400_000;
const days_without_a_place = 30;
const noon = 12 * 60;
const hours = ['any', 'morning', 'afternoon'] as const;
type Hours = (typeof hours)[number];
const minutes: Record<Hours, { from_minute?: number; to_minute?: number }> = { any: {}, morning: { to_minute: noon }, afternoon: { from_minute: noon } };

/** By screen or in person. */
const starts_here = ({ proposals, in_person }: Proposals): number[] => [...proposals, ...(in_person ? [in_person] : [])].filter((one) => one.kind === 'here').map((one) => one.starts_at);

interface WaitingWayProps {
  motives: readonly Motive[];
  proposals: Proposals;
  unmet_id: string;
  on_joined(): void;
}

/** The fourth way: the citizen is told when a place is freed here before the soonest one, or at all. */
export function WaitingWay({ motives, proposals, unmet_id, on_joined }: WaitingWayProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { site_id } = useDeskAtWork();
  const [now] = useState(Date.now);
  const [entry_id] = useState(new_ulid);
  const soonest = starts_here(proposals);
  const last = soonest.length > 0 ? Math.min(...soonest) - day_ms : now + days_without_a_place * day_ms;
  const [to_day, set_to_day] = useState(local_day(Math.max(last, now), proposals.time_zone));
  const [chosen, choose] = useState<Hours>('any');
  const [by_telephone, set_by_telephone] = useState(false);
  const [visitor, write] = useState({ first_name: '', telephone: '', email: '' });
  const [opened, open] = useState(false);
  const [pending, set_pending] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);

  const join = async () => {
    set_pending(true);
    const written = Object.fromEntries(Object.entries(visitor).flatMap(([name, words]) => (words.trim() === '' ? [] : [[name, words.trim()]])));
    const joined = await ask(
      http.PUT('/api/v1/waiting_entries/{entry_id}', {
        params: { path: { entry_id } },
        body: {
          site_id,
          motives: motives.map((one) => one.motive_id),
          doors: by_telephone ? ['kiosk', 'on_site', 'telephone'] : ['kiosk', 'on_site'],
          from_day: local_day(now, proposals.time_zone),
          to_day,
          ...minutes[chosen],
          unmet_id,
          visitor: written,
          language,
        },
      }),
    );
    set_pending(false);
    if (!joined.ok) {
      set_problem(joined.error);
      return;
    }
    dispatchEvent(new Event(waiting_changed));
    const name = joined.value.first_name === '' ? say('desk.expected.unnamed') : joined.value.first_name;
    show_toast({ tone: 'good', title: say('desk.waiting.joined', { name }), detail: say('desk.waiting.code', { code: joined.value.code }) });
    on_joined();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) void join();
  };
  const error_at = (pointer: string) => (problem?.pointer === pointer ? problem_text(problem) : null);
  const has_field = ['/to_day', '/visitor/telephone', '/visitor/email'].includes(problem?.pointer ?? '');

  if (!opened) {
    return (
      <div>
        <Button icon="bell" on_press={() => open(true)}>
          {say('desk.waiting.be_told')}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.visitor} onSubmit={submit} noValidate aria-label={say('desk.waiting.be_told')}>
      {problem && !has_field ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <div className={styles.two}>
        <Field label={say('desk.visitor.first_name')} value={visitor.first_name} autocomplete="off" autofocus on_change={(first_name) => write({ ...visitor, first_name })} />
        <Field label={say('desk.waiting.until')} type="date" value={to_day} on_change={set_to_day} error={error_at('/to_day')} />
      </div>
      <div className={styles.two}>
        <Field label={say('desk.waiting.telephone')} type="tel" autocomplete="off" value={visitor.telephone} error={error_at('/visitor/telephone')} on_change={(telephone) => write({ ...visitor, telephone })} />
        <Field label={say('desk.waiting.email')} type="email" autocomplete="off" value={visitor.email} error={error_at('/visitor/email')} on_change={(email) => write({ ...visitor, email })} />
      </div>
      <RadioGroup<Hours> label={say('desk.waiting.hours')} choices={hours.map((value) => ({ value, label: say(`desk.waiting.hours.${value}`) }))} value={chosen} on_change={choose} layout="pills" />
      <Checkbox is_selected={by_telephone} on_change={set_by_telephone}>
        {say('desk.waiting.by_telephone')}
      </Checkbox>
      <p className={styles.soft}>{say('desk.waiting.detail')}</p>
      <div>
        <Button type="submit" tone="primary" icon="bell" pending={pending}>
          {say('desk.waiting.join')}
        </Button>
      </div>
    </form>
  );
}
