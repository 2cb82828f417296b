// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { Button, Notice } from '@parvis/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { useWay } from '../Way.tsx';
import * as wire from '../wire.ts';
import { useWords } from '../words.ts';
import { book, type Held } from './held.ts';
import { KeptFor } from './KeptFor.tsx';
import { field_of, form_of, missing_in, type VisitorDraft } from './visitor.ts';
import { VisitorFields } from './VisitorFields.tsx';
import { WhenAndWhere } from './WhenAndWhere.tsx';

export type FieldErrors = Partial<Record<keyof VisitorDraft, string>>;

/** The form for a place that is kept: a first name is enough. What was typed stays, whatever happens to the place. */
export function BookingPage({ counter, motives, held }: { counter: Counter; motives: readonly string[]; held: Held }): ReactElement {
  const words = useWords();
  const { say } = words;
  const { language } = useLanguage();
  const way = useWay();
  const { draft, set_held, set_mine } = usePortal();
  const [errors, set_errors] = useState<FieldErrors>({});
  const [problem, set_problem] = useState<Problem | null>(null);
  const [busy, set_busy] = useState(false);
  const times = { view: 'times', site: counter.site_id, motives } as const;
  const { appointment } = held;

  const leave = () => {
    void wire.give_up(appointment.appointment_id);
    set_held(null);
    way.go_instead(times);
  };

  const confirm = async () => {
    const missing = missing_in(draft, held.form.door);
    set_problem(null);
    set_errors(missing === null ? {} : { [missing]: say(`portal.form.missing_${missing}`) });
    if (missing !== null) {
      document.querySelector<HTMLInputElement>(`input[name=${missing}]`)?.focus();
      return;
    }
    set_busy(true);
    const booked = await book(held, { ...form_of(draft), language });
    set_busy(false);
    if (booked.ok) {
      set_mine(booked.value);
      set_held(null);
      way.go_instead({ view: 'mine' });
      return;
    }
    const field = field_of(booked.error.pointer);
    if (field === null) set_problem(booked.error);
    else {
      set_errors({ [field]: words.problem(booked.error) });
      document.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void confirm();
  };

  return (
    <Shell title={say('portal.form.title')} network_name={counter.network.name}>
      <WhenAndWhere appointment={appointment} />
      <KeptFor held={held} />
      <form className={styles.form} onSubmit={submit} noValidate>
        <VisitorFields door={held.form.door} errors={errors} />
        {problem ? (
          <Notice
            tone="attention"
            live
            actions={
              <Button tone="primary" on_press={leave}>
                {say('portal.form.other_time')}
              </Button>
            }
          >
            {words.problem(problem)} {say('portal.form.kept')}
          </Notice>
        ) : null}
        <Button type="submit" tone="primary" size="large" stretch icon="check" pending={busy}>
          {say('portal.form.confirm')}
        </Button>
        <Button tone="quiet" stretch on_press={leave}>
          {say('portal.form.other_time')}
        </Button>
      </form>
      <p className={styles.soft}>{say('portal.form.privacy')}</p>
    </Shell>
  );
}
