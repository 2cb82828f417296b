// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { day, time_of_day, useLanguage, useSay, languages, type Language } from '@parvis/i18n';
import { Button, Field, RadioGroup } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { booked_here } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { AppointmentView, Motive, Visitor } from '../wire.ts';
import type { ChosenPlace } from './BookingDialog.tsx';

interface VisitorStepProps {
  motive: Motive;
  slot: ChosenPlace;
  provisional: boolean;
  on_back(): void;
  on_booked(booked: { appointment: AppointmentView; provisional: boolean }): void;
}

/** Who comes: all of it may be left empty. */
export function VisitorStep({ motive, slot, provisional, on_back, on_booked }: VisitorStepProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day: known, submit, look } = useDeskAtWork();
  const [visitor, write] = useState({ first_name: '', telephone: '', email: '' });
  const [written_in, write_in] = useState<Language>(language);
  const [pending, set_pending] = useState(false);
  const is_written_to = (visitor.telephone + visitor.email).trim() !== '';
  const [appointment_id] = useState(new_ulid);
  const first_field = useRef<HTMLInputElement>(null);
  useEffect(() => take_focus(first_field), []);
  const book = async () => {
    set_pending(true);
    const { supply_id, starts_at, door, site_id } = slot;
    const written = Object.fromEntries(Object.entries(visitor).flatMap(([name, words]) => (words.trim() === '' ? [] : [[name, words.trim()]])));
    const form = { supply_id, starts_at, door, ...(site_id === undefined ? {} : { site_id }), motives: [motive.motive_id], visitor: { ...(written as Partial<Visitor>), language: written_in } };
    const if_taken = provisional ? ({ if_taken: 'keep_as_request' } as const) : {};
    const about = say('desk.about.booking', { name: visitor.first_name || say('desk.expected.unnamed'), day: day(starts_at, language), time: time_of_day(starts_at, language) });
    const outcome = await submit(about, { kind: 'booking', appointment_id, form: { ...form, ...if_taken } });
    set_pending(false);
    look();
    if (!outcome) return;
    if (outcome.kind === 'told') on_booked({ appointment: outcome.answer as AppointmentView, provisional: false });
    else {
      const appointment = booked_here(outcome.entry, known);
      if (appointment) on_booked({ appointment, provisional: true });
    }
  };
  return (
    <form
      className={styles.visitor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void book();
      }}
    >
      <p className={styles.chosen}>
        <strong>
          {day(slot.starts_at, language)}, {time_of_day(slot.starts_at, language)}
        </strong>
        <span>{slot.door === 'kiosk' || slot.door === 'on_site' ? slot.place : say(`desk.door.${slot.door}`)}</span>
      </p>
      <Field ref={first_field} label={say('desk.visitor.first_name')} value={visitor.first_name} autocomplete="off" on_change={(first_name) => write({ ...visitor, first_name })} />
      <div className={styles.two}>
        <Field label={say('desk.visitor.telephone')} type="tel" autocomplete="off" value={visitor.telephone} on_change={(telephone) => write({ ...visitor, telephone })} />
        <Field label={say('desk.visitor.email')} type="email" autocomplete="off" value={visitor.email} on_change={(email) => write({ ...visitor, email })} />
      </div>
      {is_written_to ? (
        <RadioGroup<Language>
          label={say('desk.visitor.language')}
          layout="pills"
          value={written_in}
          on_change={write_in}
          choices={languages.map((value) => ({ value, label: say(`desk.visitor.language.${value}`) }))}
        />
      ) : null}
      <p className={styles.soft}>{say('desk.visitor.all_optional')}</p>
      <div className={styles.buttons}>
        <Button icon="arrow_left" on_press={on_back}>
          {say('desk.booking.other_time')}
        </Button>
        <Button type="submit" tone="primary" size="large" icon="check" pending={pending}>
          {say('desk.booking.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** The button that led here had the focus and is gone; the dialog takes it a frame later, so it is asked for after that. */
function take_focus(field: RefObject<HTMLInputElement | null>): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => field.current?.focus());
  });
  return () => cancelAnimationFrame(frame);
}
