// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Menu, MenuEntry } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { TicketView } from '../console_model.ts';
import { AppointmentFacts, Names } from './AppointmentFacts.tsx';
import styles from './queue.module.css';
import type { QueueOrders } from './queue_orders.ts';
import { handed_on_words, place_words } from './queue_words.ts';
import { appointment_of } from './today_model.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { UrgentDialog } from './UrgentDialog.tsx';
import { useToday } from './use_today.tsx';

const announced_minutes = 10;

interface TicketRowProps {
  ticket: TicketView;
  orders: QueueOrders;
}

/** One person of the line: the number that they know, where they sit, since when, and what may be done for them. */
export function TicketRow({ ticket, orders }: TicketRowProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { appointments, zone } = useToday();
  const [open, set_open] = useState(false);
  const appointment = appointment_of(appointments, ticket);
  return (
    <li className={styles.ticket} data-state={ticket.state}>
      <span className={styles.number}>
        <span className="visually-hidden">{say('adviser.queue.number', { number: ticket.number })}</span>
        <span aria-hidden>{ticket.number}</span>
      </span>
      <div>
        <strong>{ticket.from_home ? say('adviser.from_home') : ticket.site_name}</strong>
        <div className={styles.soft}>
          {appointment ? (
            <>
              <Names appointment={appointment} />
              {' · '}
            </>
          ) : null}
          {ticket.subject_label[language]}
        </div>
      </div>
      <div className={styles.badges}>
        <TicketBadges ticket={ticket} />
      </div>
      <span className={styles.waited}>{say('adviser.queue.waits', { minutes: ticket.waited_minutes })}</span>
      <div className={styles.acts}>
        <TicketMenu ticket={ticket} orders={orders} />
        {appointment ? (
          <Button
            size="small"
            tone="quiet"
            icon={open ? 'chevron_down' : 'chevron_right'}
            label={say(open ? 'adviser.expected.less' : 'adviser.expected.more', { name: appointment.visitor.first_name, at: time_of_day(appointment.starts_at, language, zone) })}
            on_press={() => set_open(!open)}
          />
        ) : null}
      </div>
      {open && appointment ? <AppointmentFacts appointment={appointment} zone={zone} /> : null}
    </li>
  );
}

function TicketBadges({ ticket }: { ticket: TicketView }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const at = (instant: number) => time_of_day(instant, language);
  return (
    <>
      {ticket.held_up ? (
        <Badge tone={ticket.held_up === 'kiosk_taken' || ticket.held_up === 'kiosk_kept' ? 'neutral' : 'danger'} icon={ticket.from_home ? 'line_lost' : 'kiosk'}>
          {say(ticket.from_home && ticket.held_up === 'kiosk_offline' ? 'adviser.held_up_home' : `adviser.held_up.${ticket.held_up}`)}
        </Badge>
      ) : null}
      {ticket.handed_on_by ? <Badge icon="arrow_right">{handed_on_words(ticket.handed_on_by, say)}</Badge> : null}
      {ticket.urgent ? (
        <Badge tone="danger" icon="warning">
          {say(`adviser.urgent.${ticket.urgent}`)}
        </Badge>
      ) : null}
      {ticket.appointment_at === undefined ? null : (
        <Badge icon="calendar">{say('adviser.queue.appointment', { at: at(ticket.appointment_at) })}</Badge>
      )}
      {ticket.expected_at === undefined ? null : (
        <Badge tone="good" icon="clock">
          {say('adviser.queue.expected', { at: at(ticket.expected_at) })}
        </Badge>
      )}
      {ticket.state === 'parked' && ticket.parked_for ? (
        <Badge tone="attention" icon="pause">
          {say(`adviser.parked.${ticket.parked_for}`)}
        </Badge>
      ) : null}
      {ticket.state === 'away' && ticket.back_at !== undefined ? (
        <Badge icon="clock">{say('adviser.queue.back_at', { at: at(ticket.back_at) })}</Badge>
      ) : null}
      {ticket.state === 'called' || ticket.state === 'in_interview' ? <Badge icon="person">{say(`adviser.queue.by_other.${ticket.state}`)}</Badge> : null}
    </>
  );
}

function TicketMenu({ ticket, orders }: TicketRowProps): ReactElement | null {
  const say = useSay();
  const [asking, ask] = useState<'transfer' | 'urgent' | null>(null);
  const may = (act: TicketView['allowed_actions'][number]) => ticket.allowed_actions.includes(act);
  if (ticket.allowed_actions.length === 0) return null;
  const label = say('adviser.queue.acts', { number: ticket.number, site: place_words(ticket, say) });
  return (
    <>
      {may('announce') ? (
        <Button
          size="small"
          icon="clock"
          label={say('adviser.queue.announce_to', { number: ticket.number, site: place_words(ticket, say), minutes: announced_minutes })}
          on_press={() => void orders.act(ticket, { act: 'announce', in_minutes: announced_minutes })}
        >
          {say('adviser.queue.announce', { minutes: announced_minutes })}
        </Button>
      ) : null}
      {may('unpark') ? (
        <Button size="small" icon="play" on_press={() => void orders.act(ticket, { act: 'unpark' })}>
          {say('adviser.queue.unpark')}
        </Button>
      ) : null}
      <Menu label={label} trigger={<Button size="small" tone="quiet" icon="more" label={label} />}>
        {may('park') ? (
          <>
            <MenuEntry icon="pause" on_press={() => void orders.act(ticket, { act: 'park', park_reason: 'form' })}>
              {say('adviser.queue.park.form')}
            </MenuEntry>
            <MenuEntry icon="papers" on_press={() => void orders.act(ticket, { act: 'park', park_reason: 'papers' })}>
              {say('adviser.queue.park.papers')}
            </MenuEntry>
          </>
        ) : null}
        {may('urgent') ? (
          <MenuEntry icon="warning" on_press={() => ask('urgent')}>
            {say('adviser.queue.urgent')}
          </MenuEntry>
        ) : null}
        {may('not_urgent') ? (
          <MenuEntry icon="check" on_press={() => void orders.act(ticket, { act: 'not_urgent' })}>
            {say('adviser.queue.not_urgent')}
          </MenuEntry>
        ) : null}
        {may('move') ? (
          <MenuEntry icon="arrow_right" on_press={() => ask('transfer')}>
            {say('adviser.queue.transfer')}
          </MenuEntry>
        ) : null}
        {may('leave') ? (
          <MenuEntry icon="close" danger on_press={() => void orders.act(ticket, { act: 'leave', leave_reason: 'gave_up' })}>
            {say('adviser.queue.gone')}
          </MenuEntry>
        ) : null}
      </Menu>
      {asking === 'transfer' ? <TransferDialog ticket={ticket} orders={orders} on_close={() => ask(null)} /> : null}
      {asking === 'urgent' ? <UrgentDialog ticket={ticket} orders={orders} on_close={() => ask(null)} /> : null}
    </>
  );
}
