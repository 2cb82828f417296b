// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, classes, Menu, MenuEntry, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import { wish_of, type DeskTicket } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { TicketActKind } from '../wire.ts';
import { wait_words } from './wait_words.ts';

/** Acts that need no answer to a question; the others open their dialog. */
export const plain_acts = ['back', 'unpark', 'put_back', 'not_urgent'] as const satisfies readonly TicketActKind[];
export type PlainAct = (typeof plain_acts)[number];
export const asking_acts = ['away', 'park', 'urgent', 'move', 'leave'] as const satisfies readonly TicketActKind[];
export type AskingAct = (typeof asking_acts)[number];

const icons: Record<PlainAct | AskingAct, IconName> = {
  back: 'check',
  unpark: 'play',
  put_back: 'arrow_left',
  not_urgent: 'minus',
  away: 'clock',
  park: 'pause',
  urgent: 'warning',
  move: 'arrow_right',
  leave: 'sign_out',
};

interface TicketRowProps {
  ticket: DeskTicket;
  on_act(act: PlainAct): void;
  on_ask(act: AskingAct): void;
  on_print(): void;
}

/** One person in the line: number, what for, where they stand, and what can be done. */
export function TicketRow({ ticket, on_act, on_ask, on_print }: TicketRowProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const first = ticket.state === 'away' ? 'back' : ticket.state === 'parked' ? 'unpark' : null;
  const acts = [...plain_acts, ...asking_acts].filter((act) => act !== first && ticket.allowed_actions.includes(act));
  const appointment = ticket.appointment_at === undefined ? '' : say('desk.ticket.appointment_at', { time: time_of_day(ticket.appointment_at, language) });
  const name = say('desk.ticket.name', { number: ticket.number });
  return (
    <li className={classes(styles.row, ticket.state === 'called' && styles.row_called)}>
      <span className={styles.number} role="img" aria-label={name}>
        {ticket.number === 0 ? '–' : ticket.number}
      </span>
      <div className={styles.who}>
        <strong>{wish_of(ticket)[language]}</strong>
        <span className={styles.soft}>
          {[ticket.acronym, ticket.first_name, appointment].filter(Boolean).join(' · ')}
        </span>
        <TicketState ticket={ticket} />
      </div>
      <div className={styles.row_actions}>
        {first !== null && ticket.allowed_actions.includes(first) ? (
          <Button size="small" icon={icons[first]} on_press={() => on_act(first)}>
            {say(`desk.act.${first}`)}
          </Button>
        ) : null}
        <Menu label={say('desk.ticket.acts', { number: ticket.number })} trigger={<Button tone="quiet" size="small" icon="more" label={say('desk.ticket.acts', { number: ticket.number })} />}>
          {acts.map((act) => (
            <MenuEntry key={act} icon={icons[act]} on_press={() => (is_plain(act) ? on_act(act) : on_ask(act))}>
              {say(`desk.act.${act}`)}
            </MenuEntry>
          ))}
          <MenuEntry icon="printer" on_press={on_print}>
            {say('desk.ticket.print')}
          </MenuEntry>
        </Menu>
      </div>
    </li>
  );
}

function is_plain(act: PlainAct | AskingAct): act is PlainAct {
  return plain_acts.some((one) => one === act);
}

function TicketState({ ticket }: { ticket: DeskTicket }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const name_of = (kiosk_id: string | undefined): string => day.desk?.kiosks.find((one) => one.kiosk_id === kiosk_id)?.name ?? '';
  const kiosk = name_of(ticket.kiosk_id);
  const wanted = name_of(ticket.wanted_kiosk_id);
  const place = ticket.from_home ? say('desk.ticket.from_home') : kiosk;
  return (
    <span className={styles.states}>
      {ticket.from_home ? <Badge icon="start_again">{say('desk.ticket.from_home')}</Badge> : null}
      {ticket.urgent ? <Badge tone="attention">{say(`desk.urgent.${ticket.urgent}`)}</Badge> : null}
      {wanted !== '' && kiosk === '' ? <Badge icon="kiosk">{say('desk.ticket.wanted_kiosk', { kiosk: wanted })}</Badge> : null}
      {ticket.state === 'called' ? (
        <Badge tone="attention" icon="bell">
          {say('desk.ticket.called', { kiosk: place, calls: ticket.calls })}
        </Badge>
      ) : null}
      {ticket.state === 'in_interview' ? <Badge icon="headset">{say('desk.ticket.in_interview', { kiosk: place })}</Badge> : null}
      {ticket.state === 'away' && ticket.back_at !== undefined ? <Badge icon="clock">{say('desk.ticket.away', { time: time_of_day(ticket.back_at, language) })}</Badge> : null}
      {ticket.state === 'parked' ? <Badge icon="pause">{say(`desk.parked.${ticket.parked_for ?? 'form'}`)}</Badge> : null}
      {ticket.state === 'waiting' ? <WaitingWords ticket={ticket} /> : null}
      {ticket.unsent ? (
        <Badge tone="attention" icon="upload">
          {say('desk.unsent')}
        </Badge>
      ) : null}
    </span>
  );
}

function WaitingWords({ ticket }: { ticket: DeskTicket }): ReactElement {
  const say = useSay();
  const { position, wait, waited_minutes } = ticket;
  const since = waited_minutes > 0 ? say('desk.ticket.waited', { minutes: waited_minutes }) : '';
  if (position === undefined) return <span>{[say('desk.ticket.no_position'), since].filter(Boolean).join(' · ')}</span>;
  return (
    <span>
      <strong>{say('desk.ticket.position', { position })}</strong> <span className={styles.soft}>· {[wait_words(wait, say), since].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
