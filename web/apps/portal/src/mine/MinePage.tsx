// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { Button, Field } from '@parvis/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import * as wire from '../wire.ts';
import { useWords } from '../words.ts';
import { AppointmentPage } from './AppointmentPage.tsx';

/** One's own appointment: the one that was just booked here, or the one whose code is typed. */
export function MinePage(): ReactElement {
  const { mine } = usePortal();
  return mine ? <AppointmentPage appointment={mine} /> : <AskCode />;
}

function AskCode(): ReactElement {
  const words = useWords();
  const { say } = words;
  const { set_mine } = usePortal();
  const [code, set_code] = useState('');
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [missing, set_missing] = useState(false);

  const look_up = async () => {
    set_missing(code.trim() === '');
    set_problem(null);
    if (code.trim() === '') return;
    set_busy(true);
    const answer = await wire.read(code.trim());
    set_busy(false);
    if (!answer.ok) return set_problem(answer.error);
    set_mine(answer.value);
    scrollTo(0, 0);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void look_up();
  };

  return (
    <Shell title={say('portal.mine.title')} back={{ to: { view: 'find' }, name: say('portal.home') }}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={say('portal.mine.code')}
          value={code}
          on_change={set_code}
          description={say('portal.mine.code_hint')}
          error={missing ? say('portal.mine.code_missing') : problem ? words.problem(problem) : null}
          autocomplete="off"
          max_length={16}
          code
        />
        <Button type="submit" tone="primary" size="large" stretch pending={busy}>
          {say('portal.mine.look_up')}
        </Button>
      </form>
      <p className={styles.soft}>{say('portal.mine.lost')}</p>
    </Shell>
  );
}
