// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay, weekday_name, type MessageKey } from '@parvis/i18n';
import { Button, Checkbox, Field, RadioGroup, Select } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../forms.module.css';
import { day_words, is_day, weekday_of } from '@parvis/i18n/local_time';
import { is_at } from '../problem_fields.ts';
import { useFieldText } from '../use_told_problem.ts';
import { places, write_rule, type Repeat } from './recurrence.ts';
import type { Recurring } from './recurrence_words.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const kinds: readonly { value: Repeat['kind']; label: MessageKey }[] = [
  { value: 'once', label: 'partner.repeat.once' },
  { value: 'weekly', label: 'partner.repeat.weekly' },
  { value: 'monthly', label: 'partner.repeat.monthly' },
  { value: 'other', label: 'partner.repeat.other' },
];

function changed_kind(kind: Repeat['kind'], { first_day, repeat }: Recurring): Repeat {
  const weekday = weekday_of(first_day);
  const until = 'until' in repeat ? repeat.until : '';
  switch (kind) {
    case 'once':
      return { kind };
    case 'weekly':
      return { kind, interval: 1, weekdays: [weekday], until };
    case 'monthly':
      return { kind, place: Math.min(4, Math.ceil(Number(first_day.slice(8)) / 7)), weekday, until };
    case 'other':
      return { kind, rule: write_rule(repeat) };
  }
}

export interface RepeatFieldsProps {
  value: Recurring;
  /** A single day of something that repeats: it may lie elsewhere, and repeats no more. */
  only_day: boolean;
  on_change(change: Partial<{ first_day: string; repeat: Repeat; except: string[] }>): void;
  problem: Problem | null;
}

/** On which days: once, every other week, the first Monday of the month... */
export function RepeatFields({ value, only_day, on_change, problem }: RepeatFieldsProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const { first_day, repeat, except } = value;
  const error_at = (field: string) => (is_at(problem, field) ? problem_text(problem) : null);
  const rule_error = error_at('/recurrence/rule');
  return (
    <>
      {only_day ? null : (
        <RadioGroup
          label={say('partner.repeat.title')}
          layout="pills"
          choices={kinds.map((kind) => ({ value: kind.value, label: say(kind.label) }))}
          value={repeat.kind}
          on_change={(kind) => on_change({ repeat: changed_kind(kind, value) })}
          error={repeat.kind === 'other' ? null : rule_error}
        />
      )}
      <RhythmFields repeat={repeat} on_change={(next) => on_change({ repeat: next })} rule_error={rule_error} />
      <div className={styles.pair}>
        <Field
          label={say(repeat.kind === 'once' ? 'partner.repeat.day' : 'partner.repeat.first_day')}
          type="date"
          value={first_day}
          on_change={(day) => (is_day(day) ? on_change({ first_day: day }) : undefined)}
          error={error_at('/recurrence/first_day')}
        />
        {repeat.kind === 'weekly' || repeat.kind === 'monthly' ? (
          <Field
            label={say('partner.repeat.until')}
            description={say('partner.repeat.until_detail')}
            type="date"
            value={repeat.until}
            on_change={(until) => on_change({ repeat: { ...repeat, until: is_day(until) ? until : '' } })}
          />
        ) : null}
      </div>
      {repeat.kind === 'once' ? null : <ExceptFields except={except} on_change={(days) => on_change({ except: days })} error={error_at('/recurrence/except')} />}
    </>
  );
}

interface RhythmFieldsProps {
  repeat: Repeat;
  on_change(repeat: Repeat): void;
  rule_error: string | null;
}

function RhythmFields({ repeat, on_change, rule_error }: RhythmFieldsProps): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  if (repeat.kind === 'weekly') {
    return (
      <>
        <Select
          label={say('partner.repeat.interval')}
          choices={['1', '2', '3', '4'].map((interval) => ({ value: interval, label: say('partner.repeat.interval_choice', { interval: Number(interval) }) }))}
          value={String(repeat.interval)}
          on_change={(interval) => on_change({ ...repeat, interval: Number(interval) })}
        />
        <fieldset className={styles.fieldset}>
          <legend>{say('partner.repeat.weekdays')}</legend>
          <div className={styles.row}>
            {weekdays.map((weekday) => (
              <Checkbox
                key={weekday}
                is_selected={repeat.weekdays.includes(weekday)}
                on_change={(chosen) => {
                  const next = chosen ? [...repeat.weekdays, weekday].toSorted() : repeat.weekdays.filter((each) => each !== weekday);
                  if (next.length > 0) on_change({ ...repeat, weekdays: next });
                }}
              >
                {weekday_name(weekday, language)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      </>
    );
  }
  if (repeat.kind === 'monthly') {
    return (
      <div className={styles.pair}>
        <Select
          label={say('partner.repeat.place')}
          choices={places.map((place) => ({ value: String(place), label: say('partner.repeat.place_choice', { place: String(place) }) }))}
          value={String(repeat.place)}
          on_change={(place) => on_change({ ...repeat, place: Number(place) })}
        />
        <Select
          label={say('partner.repeat.weekday')}
          choices={weekdays.map((weekday) => ({ value: String(weekday), label: weekday_name(weekday, language) }))}
          value={String(repeat.weekday)}
          on_change={(weekday) => on_change({ ...repeat, weekday: Number(weekday) })}
        />
      </div>
    );
  }
  if (repeat.kind === 'other') {
    return (
      <Field
        label={say('partner.repeat.rule')}
        description={say('partner.repeat.rule_detail')}
        value={repeat.rule}
        on_change={(rule) => on_change({ kind: 'other', rule })}
        error={rule_error}
      />
    );
  }
  return null;
}

interface ExceptFieldsProps {
  except: readonly string[];
  on_change(days: string[]): void;
  error: string | null;
}

function ExceptFields({ except, on_change, error }: ExceptFieldsProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [day, set_day] = useState('');
  const add = () => {
    on_change([...new Set([...except, day])].toSorted());
    set_day('');
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say('partner.repeat.except')}</legend>
      {except.length === 0 ? null : (
        <ul className={styles.chips}>
          {except.map((each) => (
            <li key={each}>
              {day_words(each, language, { day: 'numeric', month: 'long', year: 'numeric' })}
              <Button
                tone="quiet"
                size="small"
                icon="close"
                label={say('partner.repeat.except_remove', { day: day_words(each, language) })}
                on_press={() => on_change(except.filter((other) => other !== each))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.with_button}>
        <Field label={say('partner.repeat.except_day')} type="date" value={day} on_change={set_day} error={error} />
        <Button icon="plus" disabled={!is_day(day)} on_press={add}>
          {say('partner.repeat.except_add')}
        </Button>
      </div>
    </fieldset>
  );
}
