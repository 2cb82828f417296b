// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Checkbox, Field, Select } from '@parvis/ui';
import type { ReactElement } from 'react';
import { modality_name } from '../calendar/BarWords.tsx';
import styles from '../forms.module.css';
import { is_at } from '../problem_fields.ts';
import { useFieldText } from '../use_told_problem.ts';
import type { Modality } from '../supply/draft.ts';
import type { MotiveDraft } from './motive_draft.ts';

const modalities: readonly Modality[] = ['appointment', 'time_window', 'half_day_session'];
const durations = [10, 15, 20, 30, 45, 60, 90];
const delays = [0, 15, 30, 60, 120, 240, 720, 1440, 2880, 4320, 10_080];

function with_present(usual: readonly number[], present: number): number[] {
  return [...new Set([...usual, present])].toSorted((a, b) => a - b);
}

export interface BookingFieldsProps {
  draft: MotiveDraft;
  on_change(change: Partial<MotiveDraft>): void;
  problem: Problem | null;
}

/** In which ways, how long, how far ahead, for whom. */
export function BookingFields({ draft, on_change, problem }: BookingFieldsProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const error_at = (field: string) => (is_at(problem, field) ? problem_text(problem) : null);
  const delay_choices = (present: number, none: 'partner.notice_none' | 'partner.cancellation_any') =>
    with_present(delays, present).map((minutes) => ({ value: String(minutes), label: minutes === 0 ? say(none) : say('partner.delay', { minutes }) }));
  const modality_error = error_at('/modalities');
  return (
    <div className={styles.stack}>
      <fieldset className={styles.fieldset}>
        <legend>{say('partner.motive_modalities')}</legend>
        {modalities.map((modality) => (
          <Checkbox
            key={modality}
            is_selected={draft.modalities.includes(modality)}
            on_change={(on) => on_change({ modalities: on ? [...draft.modalities, modality] : draft.modalities.filter((each) => each !== modality) })}
          >
            {say(modality_name[modality])}
          </Checkbox>
        ))}
        {modality_error ? (
          <p className={styles.error} role="alert">
            {modality_error}
          </p>
        ) : null}
      </fieldset>
      <Select
        label={say('partner.motive_duration')}
        choices={with_present(durations, draft.duration_minutes).map((minutes) => ({ value: String(minutes), label: say('partner.minutes', { minutes }) }))}
        value={String(draft.duration_minutes)}
        on_change={(minutes) => on_change({ duration_minutes: Number(minutes) })}
        error={error_at('/duration_minutes')}
      />
      <div className={styles.pair}>
        <Select
          label={say('partner.notice_least')}
          choices={delay_choices(draft.notice_least_minutes, 'partner.notice_none')}
          value={String(draft.notice_least_minutes)}
          on_change={(minutes) => on_change({ notice_least_minutes: Number(minutes) })}
        />
        <Field
          label={say('partner.notice_most')}
          input_mode="numeric"
          value={draft.notice_most_days}
          on_change={(notice_most_days) => on_change({ notice_most_days })}
          error={error_at('/notice_most_days')}
        />
      </div>
      <Select
        label={say('partner.cancellation')}
        choices={delay_choices(draft.cancellation_limit_minutes, 'partner.cancellation_any')}
        value={String(draft.cancellation_limit_minutes)}
        on_change={(minutes) => on_change({ cancellation_limit_minutes: Number(minutes) })}
        error={error_at('/cancellation_limit_minutes')}
      />
      <Field
        label={say('partner.communes')}
        description={say('partner.communes_detail')}
        lines={3}
        value={draft.communes}
        on_change={(communes) => on_change({ communes })}
        error={error_at('/communes')}
      />
    </div>
  );
}
