// SPDX-License-Identifier: EUPL-1.2
import { day, day_and_time, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Dialog, DropPlace, Notice, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { DeskAppointment } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { Slot } from '../wire.ts';
import { by_day } from './slots_model.ts';
import { useMove } from './use_move.ts';
import { useSlots } from './use_slots.ts';

const days_shown = 2;

interface MovePlacesProps {
  appointment: DeskAppointment;
  on_drop(slot: Slot): void;
}

/** Free moments of the next days on which there are any, to drop an appointment on. */
export function MovePlaces({ appointment, on_drop }: MovePlacesProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { site_id } = useDeskAtWork();
  const { appointment_id, motives, door, visitor } = appointment;
  const { list, problem } = useSlots(site_id, motives.map((one) => one.motive_id), door, appointment_id);
  const zone = list?.time_zone ?? 'Europe/Paris';
  const days = by_day((list?.slots ?? []).filter((slot) => slot.starts_at !== appointment.starts_at), zone).slice(0, days_shown);
  return (
    <div className={styles.move_places}>
      <Card title={say('desk.drop.title', { name: visitor.first_name || say('desk.expected.unnamed') })}>
        {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
        {list && days.length === 0 ? <p className={styles.large}>{say('desk.slots.none')}</p> : null}
        {days.map((one) => (
          <section key={one.day} className={styles.slot_day} aria-label={day(one.slots[0]?.starts_at ?? 0, language, zone)}>
            <h3>{day(one.slots[0]?.starts_at ?? 0, language, zone)}</h3>
            <div className={styles.slots}>
              {one.slots.map((slot) => (
                <DropPlace key={slot.starts_at} kind="appointment" on_drop={() => on_drop(slot)}>
                  {time_of_day(slot.starts_at, language, zone)}
                </DropPlace>
              ))}
            </div>
          </section>
        ))}
      </Card>
    </div>
  );
}

interface MoveConfirmProps {
  appointment: DeskAppointment;
  slot: Slot;
  on_close(): void;
}

/** The mouse slips, and who is expected is told at once: one question before it is done. */
export function MoveConfirm({ appointment, slot, on_close }: MoveConfirmProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const move_to = useMove(appointment);
  const [pending, set_pending] = useState(false);
  const name = appointment.visitor.first_name || say('desk.expected.unnamed');
  const move = async () => {
    set_pending(true);
    await move_to(slot, appointment.door);
    on_close();
  };
  return (
    <Dialog
      title={say('desk.drop.confirm', { name })}
      is_open
      dismissable
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('desk.keep_appointment')}</Button>
          <Button tone="primary" icon="check" autofocus pending={pending} on_press={() => void move()}>
            {say('desk.move')}
          </Button>
        </>
      }
    >
      <div className={styles.given}>
        <span className={styles.large}>
          <s>{day_and_time(appointment.starts_at, language)}</s>
        </span>
        <span className={styles.large}>{day(slot.starts_at, language)}</span>
        <strong className={styles.given_number}>{time_of_day(slot.starts_at, language)}</strong>
      </div>
    </Dialog>
  );
}
