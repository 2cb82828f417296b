// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { announce, Badge, Button, classes, Icon, Menu, MenuEntry, useDragged, type Tone } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { DeskAppointment } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { Paper } from '../print/Paper.tsx';
import { AppointmentPaper } from '../print/papers.tsx';
import type { Arrival } from '../wire.ts';
import { TicketGiven, type Given } from '../queue/TicketGiven.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { useMoving } from './moving.ts';

const tones: Partial<Record<DeskAppointment['state'], Tone>> = { arrived: 'good', called: 'attention', in_interview: 'neutral', no_show: 'danger', requested: 'danger' };

interface AppointmentRowProps {
  appointment: DeskAppointment;
  /** Where not all are of today. */
  with_day?: boolean;
}

/** One appointment: when, who, for what, and what can be done with it. */
export function AppointmentRow({ appointment, with_day = false }: AppointmentRowProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day: known, online, submit, look } = useDeskAtWork();
  const { carry } = useMoving();
  const [asked, ask] = useState<'move' | 'cancel' | null>(null);
  const [printing, print] = useState(false);
  const [given, give] = useState<Given | null>(null);
  const [ticket_id] = useState(new_ulid);
  const { appointment_id, starts_at, visitor, body, motives, door, state, allowed_actions } = appointment;
  const name = visitor.first_name || say('desk.expected.unnamed');
  const subjects = motives.map((motive) => motive.label[language]).join(' ; ');
  const way = door === 'kiosk' ? '' : say(`desk.door.${door}`);
  const company = visitor.companions > 0 ? say('desk.expected.companions', { count: visitor.companions }) : '';
  const may = (action: (typeof allowed_actions)[number]) => allowed_actions.includes(action);

  const movable = may('move') && online && !appointment.unsent;
  const { drag_props, dragging } = useDragged({ kind: 'appointment', id: appointment_id, disabled: !movable, on_start: () => carry(appointment), on_end: () => carry(null) });

  const arrive = async () => {
    const about = say('desk.about.arrival', { name });
    const outcome = await submit(about, { kind: 'arrival', appointment_id, form: { ticket_id } });
    look();
    if (!outcome) return;
    announce(about);
    const ticket = outcome.kind === 'told' ? (outcome.answer as Arrival).ticket : undefined;
    const deed = outcome.kind === 'kept' ? outcome.entry.deed : null;
    const number = ticket?.number ?? (deed?.kind === 'arrival' && door === 'kiosk' ? deed.form.number : undefined);
    if (number !== undefined) give({ number, acronym: body.acronym, subject: motives[0]?.label[language] ?? '', arrived_at: Date.now(), known: ticket ?? null });
  };
  const miss = async () => {
    await submit(say('desk.about.miss', { name }), { kind: 'miss', appointment_id });
    look();
  };
  return (
    <li {...drag_props} className={classes(styles.row, (state === 'finished' || state === 'no_show') && styles.past, movable && styles.movable, dragging && styles.carried)}>
      <span className={styles.grip}>{movable ? <Icon name="grip" /> : null}</span>
      <span className={styles.time_large}>{time_of_day(starts_at, language)}</span>
      <div className={styles.who}>
        <strong>{name}</strong>
        <span className={styles.soft}>
          {[with_day ? day(starts_at, language) : '', subjects, body.acronym, way, company].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.states}>
          {state === 'confirmed' ? null : <Badge tone={tones[state] ?? 'neutral'}>{say(`desk.appointment.${state}`)}</Badge>}
          {appointment.unsent ? (
            <Badge tone="attention" icon="upload">
              {say('desk.unsent')}
            </Badge>
          ) : null}
        </span>
      </div>
      <div className={styles.row_actions}>
        {may('arrive') ? (
          <Button size="small" icon="check" on_press={() => void arrive()}>
            {say('desk.expected.arrived')}
          </Button>
        ) : null}
        <Menu label={say('desk.expected.acts', { name })} trigger={<Button tone="quiet" size="small" icon="more" label={say('desk.expected.acts', { name })} />}>
          {may('move') ? (
            <MenuEntry icon="calendar" on_press={() => ask('move')}>
              {say('desk.move')}
            </MenuEntry>
          ) : null}
          {may('cancel') ? (
            <MenuEntry icon="trash" danger on_press={() => ask('cancel')}>
              {say('desk.cancel_appointment')}
            </MenuEntry>
          ) : null}
          {may('miss') ? (
            <MenuEntry icon="close" on_press={() => void miss()}>
              {say('desk.expected.missed')}
            </MenuEntry>
          ) : null}
          <MenuEntry icon="printer" on_press={() => print(true)}>
            {say('desk.ticket.print')}
          </MenuEntry>
        </Menu>
      </div>
      {asked === 'move' ? <MoveDialog appointment={appointment} on_close={() => ask(null)} /> : null}
      {asked === 'cancel' ? <CancelDialog appointment={appointment} on_close={() => ask(null)} /> : null}
      {given ? <TicketGiven given={given} on_close={() => give(null)} /> : null}
      {printing ? (
        <Paper on_printed={() => print(false)}>
          <AppointmentPaper appointment={appointment} site={known.desk?.site} provisional={appointment.unsent} />
        </Paper>
      ) : null}
    </li>
  );
}
