// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, type components } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { LosingNotice } from '../displaced/LosingNotice.tsx';
import type { DisplacedList } from '../displaced/displaced.ts';
import styles from '../forms.module.css';
import { add_days, clock_of, instant_of, is_day, local_of, minute_of, today_in } from '@parvis/i18n/local_time';
import type { Body, Network } from '../network_words.ts';
import { is_at, is_elsewhere } from '../problem_fields.ts';
import { useToldProblem } from '../use_told_problem.ts';

type Closure = components['schemas']['BodyClosure'];

export interface ClosureDialogProps {
  network: Network;
  bodies: readonly Body[];
  zone: string;
  /** Nothing for a new one. */
  closure: Closure | null;
  on_close(changed: boolean): void;
}

interface Ends {
  from_day: string;
  from: string;
  to_day: string;
  to: string;
}

function ends_of(closure: Closure | null, zone: string): Ends {
  if (!closure) {
    const tomorrow = add_days(today_in(zone), 1);
    return { from_day: tomorrow, from: '00:00', to_day: add_days(tomorrow, 1), to: '00:00' };
  }
  const [from, to] = [local_of(closure.from, zone), local_of(closure.to, zone)];
  return { from_day: from.day, from: clock_of(from.minute), to_day: to.day, to: clock_of(to.minute) };
}

/** A body, or one of its groups, does not answer for a time. */
export function ClosureDialog({ network, bodies, zone, closure, on_close }: ClosureDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { problem, set_problem, text: problem_text } = useToldProblem();
  const [partner_id, set_partner] = useState(closure?.partner_id ?? bodies[0]?.partner_id ?? '');
  const [group_id, set_group] = useState(closure?.group_id ?? 'all');
  const [ends, set_ends] = useState(() => ends_of(closure, zone));
  const [reason, set_reason] = useState(closure?.reason ?? '');
  const [closure_id] = useState(() => closure?.closure_id ?? new_ulid());
  const [losing, set_losing] = useState<DisplacedList | null>(null);
  const [pending, set_pending] = useState(false);
  const groups = network.groups.filter((group) => group.partner_id === partner_id);
  const whole = is_day(ends.from_day) && is_day(ends.to_day) && minute_of(ends.from) !== null && minute_of(ends.to) !== null;
  const change = (part: Partial<Ends>) => {
    set_losing(null); // was about other hours
    set_ends((before) => ({ ...before, ...part }));
  };
  const save = async () => {
    set_pending(true);
    const params = { path: { closure_id } };
    const body = {
      partner_id,
      ...(group_id === 'all' ? {} : { group_id }),
      from: instant_of({ day: ends.from_day, minute: minute_of(ends.from) ?? 0 }, zone),
      to: instant_of({ day: ends.to_day, minute: minute_of(ends.to) ?? 0 }, zone),
      reason: reason.trim(),
    };
    if (losing === null) {
      const ahead = await ask(http.POST('/api/v1/body_closures/{closure_id}/preview', { params, body }));
      if (!ahead.ok || ahead.value.appointments.length > 0) {
        set_pending(false);
        if (ahead.ok) set_losing(ahead.value);
        else set_problem(ahead.error);
        return;
      }
    }
    const saved = await ask(http.PUT('/api/v1/body_closures/{closure_id}', { params, body }));
    set_pending(false);
    if (!saved.ok) {
      set_problem(saved.error);
      return;
    }
    show_toast({ tone: 'good', title: say('partner.closure_saved') });
    on_close(true);
  };
  const error_at = (field: string) => (is_at(problem, field) ? problem_text(problem) : null);
  return (
    <Dialog
      title={say(closure ? 'partner.closure_title' : 'partner.closure_new')}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('partner.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!whole} on_press={() => void save()}>
            {say(losing ? 'partner.displaced.save_anyway' : 'partner.save')}
          </Button>
        </>
      }
    >
      {is_elsewhere(problem, ['/to', '/reason']) ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {losing ? <LosingNotice losing={losing} /> : null}
      {!closure && bodies.length > 1 ? (
        <Select
          label={say('partner.body')}
          choices={bodies.map((body) => ({ value: body.partner_id, label: body.acronym, detail: body.name[language] }))}
          value={partner_id}
          on_change={(chosen) => {
            set_partner(chosen);
            set_group('all');
            set_losing(null);
          }}
        />
      ) : null}
      {groups.length > 1 ? (
        <Select
          label={say('partner.closure_who')}
          choices={[{ value: 'all', label: say('partner.closure_whole_body') }, ...groups.map((group) => ({ value: group.group_id, label: group.name }))]}
          value={group_id}
          on_change={(chosen) => {
            set_group(chosen);
            set_losing(null);
          }}
        />
      ) : null}
      <div className={styles.pair}>
        <Field label={say('partner.closure_from_day')} type="date" value={ends.from_day} on_change={(from_day) => change({ from_day })} />
        <Field label={say('partner.closure_from_hour')} type="time" value={ends.from} on_change={(from) => change({ from })} />
        <Field label={say('partner.closure_to_day')} type="date" value={ends.to_day} on_change={(to_day) => change({ to_day })} error={error_at('/to')} />
        <Field label={say('partner.closure_to_hour')} type="time" value={ends.to} on_change={(to) => change({ to })} />
      </div>
      <Field
        label={say('partner.closure_reason')}
        description={say('partner.closure_reason_detail')}
        value={reason}
        on_change={set_reason}
        error={error_at('/reason')}
      />
    </Dialog>
  );
}
