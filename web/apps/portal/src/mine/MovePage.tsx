// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, success, type Problem } from '@parvis/api';
import { Button, Dialog, Field, Notice, RadioGroup } from '@parvis/ui';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { counter_of } from '../directory.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { day_after, local_time } from '../spoken_time.ts';
import { OpenDays, type Chosen } from '../times/OpenDays.tsx';
import { useAsked } from '../use_asked.ts';
import { useWay } from '../Way.tsx';
import * as wire from '../wire.ts';
import type { Door, PublicAppointment } from '../wire.ts';
import { useWords } from '../words.ts';

const always: readonly Door[] = ['kiosk', 'telephone', 'home'];
const looked_ahead_days = 60;

/** Another hour or another way for an appointment; until it is agreed to, the old one stands. */
export function MovePage({ appointment }: { appointment: PublicAppointment }): ReactElement {
  const words = useWords();
  const { say } = words;
  const way = useWay();
  const { directory, set_mine } = usePortal();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [round, set_round] = useState(0);
  const [door, choose_door] = useState(appointment.door);
  const [telephone, write_telephone] = useState('');
  const { code, place, time_zone } = appointment;
  // The number itself is not shown to whoever has the code; the server says when it has none.
  const asks_number = door === 'telephone' && appointment.door !== 'telephone';
  const is_number_wrong = problem?.pointer === '/telephone';
  const counter = place ? counter_of(directory, place.site_id) : null;
  const motives = useMemo(() => appointment.motives.map(({ motive_id }) => motive_id), [appointment]);
  const [new_id] = useState(() => new_ulid());
  const site_id = counter?.site_id;
  const met = useAsked(
    useCallback(() => {
      const from = local_time(Date.now(), time_zone).day;
      return site_id === undefined ? Promise.resolve(success(null)) : wire.slots({ site: site_id, motives, door: 'on_site', from, to: day_after(from, looked_ahead_days), moving: appointment.appointment_id });
    }, [site_id, motives, time_zone, appointment.appointment_id]),
  );
  const may_meet = appointment.door === 'on_site' || (met.state === 'here' && (met.value?.slots.length ?? 0) > 0);
  const doors: readonly Door[] = may_meet ? [...always, 'on_site'] : always;

  const move = async () => {
    if (!chosen || code === undefined) return;
    set_busy(true);
    set_problem(null);
    const site = place ? { site_id: place.site_id } : {};
    const number = asks_number && telephone.trim() !== '' ? { telephone: telephone.trim() } : {};
    const answer = await wire.move({ code, appointment_id: new_id, supply_id: chosen.supply_id, starts_at: chosen.starts_at, door, ...site, ...number });
    set_busy(false);
    if (!answer.ok && answer.error.pointer === '/telephone') return set_problem(answer.error);
    choose(null);
    if (answer.ok) {
      set_mine(answer.value);
      way.go_instead({ view: 'mine' });
      return;
    }
    set_problem(answer.error);
    set_round((before) => before + 1);
    scrollTo(0, 0);
  };

  return (
    <Shell title={say('portal.move.title')} back={{ to: { view: 'mine' }, name: say('portal.move.keep') }}>
      <p className={styles.lead}>{say('portal.move.now', { when: words.day_and_hour(appointment.starts_at, time_zone) })}</p>
      {problem && !is_number_wrong ? (
        <Notice tone="attention" live>
          {words.problem(problem)}
        </Notice>
      ) : null}
      {counter ? (
        <RadioGroup<Door>
          label={say('portal.move.how')}
          layout="pills"
          value={door}
          on_change={choose_door}
          choices={doors.map((value) => ({ value, label: say(`portal.door.${value}`) }))}
        />
      ) : null}
      {counter ? (
        <OpenDays
          key={`${door} ${round}`}
          ask={{ site: counter.site_id, door }}
          counter={counter}
          motives={motives}
          moving={appointment.appointment_id}
          busy={null}
          on_choose={choose}
        />
      ) : (
        <Notice tone="attention">{say('portal.move.by_telephone')}</Notice>
      )}
      <Dialog
        title={say('portal.move.ask')}
        is_open={chosen !== null}
        on_close={() => choose(null)}
        alert
        actions={
          <>
            <Button size="large" on_press={() => choose(null)}>
              {say('portal.move.no')}
            </Button>
            <Button tone="primary" size="large" pending={busy} on_press={() => void move()}>
              {say('portal.move.yes')}
            </Button>
          </>
        }
      >
        <p className={styles.strong}>{chosen ? words.day_and_hour(chosen.starts_at, time_zone) : ''}</p>
        {door === appointment.door ? null : <p>{say(`portal.door.${door}`)}</p>}
        {asks_number ? (
          <Field
            label={say('portal.form.telephone_needed')}
            name="telephone"
            value={telephone}
            on_change={write_telephone}
            description={say('portal.form.telephone_needed_why')}
            error={is_number_wrong && problem ? words.problem(problem) : null}
            type="tel"
            input_mode="tel"
            autocomplete="tel"
          />
        ) : null}
        <p>{say('portal.move.instead', { when: words.day_and_hour(appointment.starts_at, time_zone) })}</p>
      </Dialog>
    </Shell>
  );
}
