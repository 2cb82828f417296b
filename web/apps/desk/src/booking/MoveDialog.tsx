// SPDX-License-Identifier: EUPL-1.2
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Field, Notice, RadioGroup, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { useDeskAtWork } from '../desk_context.ts';
import type { AppointmentView, Door, Slot } from '../wire.ts';
import { SlotList } from './SlotList.tsx';
import { useMove } from './use_move.ts';
import { useSlots } from './use_slots.ts';

const always: readonly Door[] = ['kiosk', 'telephone', 'home'];

/** Another time, or another way, for somebody; all else is kept. */
export function MoveDialog({ appointment, on_close }: { appointment: AppointmentView; on_close(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { site_id } = useDeskAtWork();
  const move_to = useMove(appointment);
  const [door, choose_door] = useState<Door>(appointment.door);
  const { appointment_id, motives, visitor, starts_at } = appointment;
  const ids = motives.map((one) => one.motive_id);
  const { list, problem } = useSlots(site_id, ids, door, appointment_id);
  const in_person = useSlots(site_id, ids, 'on_site', appointment_id).list;
  const may_meet = appointment.door === 'on_site' || (in_person?.slots.length ?? 0) > 0;
  const doors = may_meet ? [...always, 'on_site' as const] : always;
  const name = visitor.first_name || say('desk.expected.unnamed');
  const [telephone, write_telephone] = useState('');
  const [no_number, set_no_number] = useState(false);
  const needs_number = door === 'telephone' && visitor.telephone === '';
  const move = async (slot: Slot) => {
    const unreachable = needs_number && telephone.trim() === '';
    set_no_number(unreachable);
    if (!unreachable && (await move_to(slot, door, needs_number ? telephone.trim() : ''))) on_close();
  };
  return (
    <Dialog
      title={say('desk.move_title', { name, at: day_and_time(starts_at, language) })}
      is_open
      dismissable
      size="wide"
      on_close={on_close}
      actions={<Button on_press={on_close}>{say('desk.keep_appointment')}</Button>}
    >
      <RadioGroup<Door>
        label={say('desk.move_how')}
        layout="pills"
        value={door}
        on_change={choose_door}
        choices={doors.map((value) => ({ value, label: say(`desk.door.${value}`) }))}
      />
      {needs_number ? (
        <Field
          label={say('desk.visitor.telephone_needed')}
          type="tel"
          autocomplete="off"
          required
          error={no_number ? say('desk.visitor.telephone_missing') : null}
          value={telephone}
          on_change={write_telephone}
        />
      ) : null}
      {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
      {list ? <SlotList slots={list.slots} zone={list.time_zone} on_choose={(slot) => void move(slot)} /> : null}
    </Dialog>
  );
}
