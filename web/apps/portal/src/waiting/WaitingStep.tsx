// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type Problem } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { Button, Field, Notice, RadioGroup } from '@parvis/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { form_of, longest_first_name, type VisitorDraft } from '../booking/visitor.ts';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { useAsked } from '../use_asked.ts';
import type { Proposals } from '../wire.ts';
import { useWords } from '../words.ts';
import { days_to_wait, hours, minutes_of, type Hours, type WaitingDays } from './waiting_days.ts';
import * as wire from './waiting_wire.ts';
import type { PublicWaiting, WaitingWays } from './waiting_wire.ts';

interface WaitingStepProps {
  counter: Counter;
  motives: readonly string[];
  proposals: Proposals;
  /** Under which the request was counted, if it was. */
  unmet_id: string;
}

/** For whom the soonest place here is too late, or there is none: be told when one is freed. */
export function WaitingStep({ counter, motives, proposals, unmet_id }: WaitingStepProps): ReactElement | null {
  const { say } = useWords();
  const offered = useAsked(wire.ways);
  const [now] = useState(Date.now);
  const [opened, open] = useState(false);
  const [entry_id] = useState(new_ulid);
  const [joined, set_joined] = useState<PublicWaiting | null>(null);
  const by_screen_or_in_person = [...proposals.proposals, ...(proposals.in_person ? [proposals.in_person] : [])];
  const here = by_screen_or_in_person.filter((one) => one.kind === 'here').map((one) => one.starts_at);
  const days = days_to_wait(here.length > 0 ? Math.min(...here) : null, now, proposals.time_zone);
  if (offered.state !== 'here' || !days) return null;
  const { email_offered, text_messages_offered } = offered.value;
  if (!email_offered && !text_messages_offered) return null;
  return (
    <section className={styles.section} aria-labelledby="be_told">
      <h2 id="be_told">{here.length > 0 ? say('portal.waiting.too_late') : say('portal.waiting.nothing')}</h2>
      {joined ? (
        <Joined waiting={joined} />
      ) : opened ? (
        <WaitingFields counter={counter} motives={motives} days={days} ways={offered.value} unmet_id={unmet_id} entry_id={entry_id} on_joined={set_joined} />
      ) : (
        <>
          <p>{say('portal.waiting.detail')}</p>
          <Button stretch icon="bell" on_press={() => open(true)}>
            {say('portal.waiting.be_told')}
          </Button>
        </>
      )}
    </section>
  );
}

function Joined({ waiting }: { waiting: PublicWaiting }): ReactElement {
  const words = useWords();
  const { say } = words;
  return (
    <>
      <Notice tone="good" live>
        {say('portal.waiting.joined', { day: words.day(waiting.to_day) })}
      </Notice>
      <p className={styles.code}>{waiting.code}</p>
      <p>{say('portal.waiting.code_use')}</p>
    </>
  );
}

interface WaitingFieldsProps {
  counter: Counter;
  motives: readonly string[];
  days: WaitingDays;
  ways: WaitingWays;
  unmet_id: string;
  entry_id: string;
  on_joined(waiting: PublicWaiting): void;
}

function WaitingFields({ counter, motives, days, ways, unmet_id, entry_id, on_joined }: WaitingFieldsProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const { language } = useLanguage();
  const { draft, set_draft } = usePortal();
  const change = (part: Partial<VisitorDraft>) => set_draft((before) => ({ ...before, ...part }));
  const [chosen, choose] = useState<Hours>('any');
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [missing, set_missing] = useState(false);
  const { email_offered, text_messages_offered } = ways;

  const send = async () => {
    const { first_name, telephone, email } = form_of(draft);
    const visitor = {
      ...(first_name === undefined ? {} : { first_name }),
      ...(telephone === undefined || !text_messages_offered ? {} : { telephone }),
      ...(email === undefined || !email_offered ? {} : { email }),
    };
    const reachable = 'telephone' in visitor || 'email' in visitor;
    set_missing(!reachable);
    set_problem(null);
    if (!reachable) return;
    set_busy(true);
    const answer = await wire.join(entry_id, {
      site_id: counter.site_id,
      motives: [...motives],
      doors: ['kiosk', 'on_site'],
      from_day: days.from,
      to_day: days.to,
      ...minutes_of(chosen),
      unmet_id,
      visitor,
      language,
    });
    set_busy(false);
    if (answer.ok) on_joined(answer.value);
    else set_problem(answer.error);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  const error_at = (field: string) => (problem?.pointer === `/visitor/${field}` ? words.problem(problem) : null);
  const missing_words = missing ? say('portal.waiting.contact_missing') : null;
  const elsewhere = problem && error_at('telephone') === null && error_at('email') === null ? problem : null;

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{say('portal.waiting.until', { day: words.day(days.to) })}</p>
      {elsewhere ? (
        <Notice tone="attention" live>
          {words.problem(elsewhere)}
        </Notice>
      ) : null}
      <RadioGroup<Hours> label={say('portal.waiting.hours')} choices={hours.map((value) => ({ value, label: say(`portal.waiting.hours.${value}`) }))} value={chosen} on_change={choose} layout="pills" />
      <Field label={say('portal.form.first_name')} name="first_name" value={draft.first_name} on_change={(first_name) => change({ first_name })} autocomplete="given-name" max_length={longest_first_name} />
      {text_messages_offered ? (
        <Field
          label={say('portal.waiting.mobile')}
          name="telephone"
          value={draft.telephone}
          on_change={(telephone) => change({ telephone })}
          description={say('portal.waiting.mobile_why')}
          error={error_at('telephone') ?? missing_words}
          type="tel"
          input_mode="tel"
          autocomplete="tel"
        />
      ) : null}
      {email_offered ? (
        <Field
          label={text_messages_offered ? say('portal.waiting.or_email') : say('portal.waiting.email')}
          name="email"
          value={draft.email}
          on_change={(email) => change({ email })}
          error={error_at('email') ?? (text_messages_offered ? null : (error_at('telephone') ?? missing_words))}
          type="email"
          input_mode="email"
          autocomplete="email"
        />
      ) : null}
      <Button type="submit" tone="primary" size="large" stretch pending={busy}>
        {say('portal.waiting.join')}
      </Button>
    </form>
  );
}
