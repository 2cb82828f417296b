// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { default_zone, useLanguage, useSay } from '@parvis/i18n';
import { announce, Button, Notice, show_toast, useProblemText, useShortcut } from '@parvis/ui';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { day_words, today_in } from '@parvis/i18n/local_time';
import { ask_preview, send_change, type SupplyChange } from '../displaced/displaced.ts';
import type { Body, Network } from '../network_words.ts';
import type { MotiveView } from '../motives/motive_draft.ts';
import { dragged_form, type Dragged } from '../supply/day_change.ts';
import { new_draft, type NewDay } from '../supply/draft.ts';
import { SupplyDialog, type SupplySubject } from '../supply/SupplyDialog.tsx';
import { useAnswer } from '../use_answer.ts';
import { useFieldText } from '../use_told_problem.ts';
import styles from './calendar.module.css';
import { CopyWeekDialog } from './CopyWeekDialog.tsx';
import { booked_on } from './plan_events.ts';
import { PlannedFigures } from './PlannedFigures.tsx';
import { next_span, span_of, type Span, type SpanKind } from './span.ts';
import { SupplyCalendar } from './SupplyCalendar.tsx';

export interface CalendarPanelProps {
  network: Network;
  /** Those whose supply is shown and may be changed. */
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  /** Something was planned otherwise: appointments may have lost their place. */
  on_change(): void;
}

function span_words(span: Span, language: 'fr' | 'en'): string {
  if (span.kind === 'month') return day_words(span.day, language, { month: 'long', year: 'numeric' });
  const range = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return range.formatRange(Date.parse(span.from), Date.parse(span.to));
}

function change_of({ view, ...dragged }: Dragged): SupplyChange {
  const { supply_id } = view.supply;
  if (view.supply.recurrence.rule === '') return { supply_id, save: dragged_form({ view, ...dragged }, view.revision) };
  return { supply_id, instead: { day: dragged.day, revision: view.revision, instead_id: new_ulid(), instead: dragged_form({ view, ...dragged }, 0) } };
}

/** The calendar of one body, or of all: look, open, move, add, copy. */
export function CalendarPanel({ network, bodies, motives, on_change }: CalendarPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const field_text = useFieldText();
  const [span, set_span] = useState(() => span_of('week', today_in(default_zone)));
  const [subject, set_subject] = useState<SupplySubject | null>(null);
  const [copying, set_copying] = useState(false);
  const only_body = bodies.length === 1 ? bodies[0]?.partner_id : undefined;
  const question = useCallback(() => {
    const query = { from: span.from, to: span.to, ...(only_body ? { partner_id: only_body } : {}) };
    return ask(http.GET('/api/v1/networks/{network_id}/plan', { params: { path: { network_id: network.network_id }, query } }));
  }, [network.network_id, only_body, span.from, span.to]);
  const { value: plan, problem, reload } = useAnswer(question);
  const title = span_words(span, language);
  useEffect(() => announce(title), [title]);

  const add = (when: NewDay) => {
    const group = network.groups.find(({ partner_id }) => bodies.some((body) => body.partner_id === partner_id));
    if (group) set_subject({ view: null, draft: new_draft(group.group_id, when) });
  };
  const add_some_day = () => {
    const today = today_in(plan?.time_zone ?? default_zone);
    add({ day: today < span.from ? span.from : today, from_minute: 9 * 60, to_minute: 12 * 60 });
  };
  const turn = (step: 1 | -1) => set_span(next_span(span, step));
  const to_today = () => set_span(span_of(span.kind, today_in(default_zone)));
  useShortcut({ keys: 'n', label: say('partner.supply_new'), run: add_some_day });
  useShortcut({ keys: 'p', label: say('partner.before'), run: () => turn(-1) });
  useShortcut({ keys: 's', label: say('partner.after'), run: () => turn(1) });
  useShortcut({ keys: 'a', label: say('partner.today'), run: to_today });

  const drag = async (dragged: Dragged, put_back: () => void) => {
    const change = change_of(dragged);
    const ahead = await ask_preview(change);
    if (ahead.ok && ahead.value.appointments.length > 0) {
      put_back();
      show_toast({ tone: 'attention', title: say('partner.not_moved'), detail: say('partner.displaced.not_dragged', { count: ahead.value.appointments.length }) });
      return;
    }
    const changed = await send_change(change);
    if (!changed.ok) {
      put_back();
      show_toast({ tone: 'attention', title: say('partner.not_moved'), detail: field_text(changed.error) });
      return;
    }
    show_toast({ tone: 'good', title: say('partner.moved', { day: day_words(dragged.to_day, language) }) });
    await reload();
    on_change();
  };
  const view_button = (kind: SpanKind, words: string) => (
    <Button size="small" pressed={span.kind === kind} on_press={() => set_span(span_of(kind, span.day))}>
      {words}
    </Button>
  );

  return (
    <div className={styles.panel}>
      <div className={styles.toolbar}>
        <Button icon="arrow_left" label={say('partner.before')} on_press={() => turn(-1)} />
        <Button on_press={to_today}>{say('partner.today')}</Button>
        <Button icon="arrow_right" label={say('partner.after')} on_press={() => turn(1)} />
        <h2>{title}</h2>
        {view_button('week', say('partner.week'))}
        {view_button('month', say('partner.month'))}
        <div className={styles.toolbar_end}>
          {span.kind === 'week' ? (
            <Button icon="papers" on_press={() => set_copying(true)}>
              {say('partner.copy_week')}
            </Button>
          ) : null}
          <Button tone="primary" icon="plus" on_press={add_some_day}>
            {say('partner.supply_new')}
          </Button>
        </div>
      </div>
      {problem ? (
        <Notice tone="danger" live actions={<Button on_press={() => void reload()}>{say('ui.try_again')}</Button>}>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {plan && plan.from_day === span.from && plan.to_day === span.to ? (
        <div className={styles.columns}>
          <SupplyCalendar
            network={network}
            plan={plan}
            span={span}
            several_bodies={bodies.length > 1}
            on_open={({ view, opening }) => set_subject({ view, day: opening.day, booked: booked_on(plan, opening.supply_id, opening.day) })}
            on_add={add}
            on_drag={(dragged, put_back) => void drag(dragged, put_back)}
          />
          <PlannedFigures plan={plan} span={span} />
        </div>
      ) : null}
      {subject ? (
        <SupplyDialog
          network={network}
          bodies={bodies}
          motives={motives}
          subject={subject}
          zone={plan?.time_zone ?? default_zone}
          on_close={(changed) => {
            set_subject(null);
            if (changed) void reload();
            if (changed) on_change();
          }}
        />
      ) : null}
      {copying ? (
        <CopyWeekDialog
          network={network}
          bodies={bodies}
          from_week={span.from}
          on_close={(to_week) => {
            set_copying(false);
            if (to_week) set_span(span_of('week', to_week));
          }}
        />
      ) : null}
    </div>
  );
}
