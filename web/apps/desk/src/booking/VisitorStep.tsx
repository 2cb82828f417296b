// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { day, time_of_day, useLanguage, useSay, languages, type Language } from '@parvis/i18n';
import { Button, Checkbox, Field, RadioGroup, Select } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { booked_here } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { AppointmentView, Motive, Visitor } from '../wire.ts';
import type { ChosenPlace } from './BookingDialog.tsx';

interface VisitorStepProps {
  motives: readonly Motive[];
  slot: ChosenPlace;
  provisional: boolean;
  on_back(): void;
  on_booked(booked: { appointment: AppointmentView; provisional: boolean }): void;
}

/** The server's own limits. */
const longest_first_name = 60;
const longest_note = 500;
const companions_offered = ['0', '1', '2', '3'] as const;

interface More {
  companions: (typeof companions_offered)[number];
  note_is_confidential: boolean;
}

/** What stands behind "more", as far as it was filled in. */
function carried({ companions, note_is_confidential }: More, note: string): Partial<Visitor> {
  return { ...(companions === '0' ? {} : { companions: Number(companions) }), ...(note.trim() === '' ? {} : { note_is_confidential }) };
}

/** Who comes: all of it may be left empty, but the number of who is to be called. */
export function VisitorStep({ motives, slot, provisional, on_back, on_booked }: VisitorStepProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day: known, submit, look } = useDeskAtWork();
  const [visitor, write] = useState({ first_name: '', telephone: '', email: '', note: '' });
  const [more, write_more] = useState<More>({ companions: '0', note_is_confidential: false });
  const [is_open, open] = useState(false);
  const [no_number, set_no_number] = useState(false);
  const [written_in, write_in] = useState<Language>(language);
  const [pending, set_pending] = useState(false);
  const is_written_to = (visitor.telephone + visitor.email).trim() !== '';
  const [appointment_id] = useState(new_ulid);
  const first_field = useRef<HTMLInputElement>(null);
  const telephone_field = useRef<HTMLInputElement>(null);
  useEffect(() => take_focus(first_field), []);
  const by_telephone = slot.door === 'telephone';
  const book = async () => {
    const unreachable = by_telephone && visitor.telephone.trim() === '';
    set_no_number(unreachable);
    if (unreachable) return telephone_field.current?.focus();
    set_pending(true);
    const { supply_id, starts_at, door, site_id } = slot;
    const written = Object.fromEntries(Object.entries(visitor).flatMap(([name, words]) => (words.trim() === '' ? [] : [[name, words.trim()]])));
    const form = { supply_id, starts_at, door, ...(site_id === undefined ? {} : { site_id }), motives: motives.map((one) => one.motive_id), visitor: { ...(written as Partial<Visitor>), ...carried(more, visitor.note), language: written_in } };
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
        <span>{slot.door === 'on_site' ? say('desk.booking.in_person', { place: slot.place }) : slot.door === 'kiosk' ? slot.place : say(`desk.door.${slot.door}`)}</span>
      </p>
      <Field ref={first_field} label={say('desk.visitor.first_name')} value={visitor.first_name} autocomplete="off" max_length={longest_first_name} on_change={(first_name) => write({ ...visitor, first_name })} />
      <div className={styles.two}>
        <Field
          ref={telephone_field}
          label={say(by_telephone ? 'desk.visitor.telephone_needed' : 'desk.visitor.telephone')}
          type="tel"
          autocomplete="off"
          required={by_telephone}
          error={no_number ? say('desk.visitor.telephone_missing') : null}
          value={visitor.telephone}
          on_change={(telephone) => write({ ...visitor, telephone })}
        />
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
      <Button size="small" tone="quiet" icon={is_open ? 'chevron_down' : 'plus'} on_press={() => open(!is_open)}>
        {say('desk.visitor.more')}
      </Button>
      {is_open ? (
        <>
          {by_telephone ? null : (
            <Select
              label={say('desk.visitor.companions')}
              choices={companions_offered.map((value) => ({ value, label: say('desk.visitor.companions_count', { count: Number(value) }) }))}
              value={more.companions}
              on_change={(companions) => write_more({ ...more, companions })}
            />
          )}
          <Field label={say('desk.visitor.note')} lines={2} max_length={longest_note} value={visitor.note} on_change={(note) => write({ ...visitor, note })} />
          <Checkbox is_selected={more.note_is_confidential} on_change={(note_is_confidential) => write_more({ ...more, note_is_confidential })}>
            {say('desk.visitor.note_confidential')}
          </Checkbox>
        </>
      ) : null}
      <p className={styles.soft}>{say(by_telephone ? 'desk.visitor.number_only' : 'desk.visitor.all_optional')}</p>
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
