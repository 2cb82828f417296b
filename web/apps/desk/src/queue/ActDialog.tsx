// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog } from '@parvis/ui';
import type { ReactElement } from 'react';
import { offers_here, type DeskTicket } from '../day/day_model.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { ParkReason, TicketAct, UrgentReason } from '../wire.ts';
import type { AskingAct } from './TicketRow.tsx';

const urgent_reasons: readonly UrgentReason[] = ['health', 'young_child', 'last_transport', 'deadline', 'distress'];
const park_reasons: readonly ParkReason[] = ['form', 'papers'];
const absences_minutes = [15, 30, 45, 60, 120];
const five_minutes_ms = 5 * 60_000;

interface ActDialogProps {
  ticket: DeskTicket;
  act: AskingAct;
  on_choose(form: TicketAct): void;
  on_close(): void;
}

/** The one question that an act needs answered; touching the answer does it. */
export function ActDialog({ ticket, act, on_choose, on_close }: ActDialogProps): ReactElement {
  const say = useSay();
  const answers = useAnswers(ticket, act);
  return (
    <Dialog
      title={say(`desk.ask.${act}`, { number: ticket.number })}
      is_open
      dismissable
      on_close={on_close}
      actions={<Button on_press={on_close}>{say('desk.cancel')}</Button>}
    >
      <div className={styles.answers}>
        {answers.map(({ words, form }) => (
          <Button key={words} size="large" stretch on_press={() => on_choose(form)}>
            {words}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

function useAnswers(ticket: DeskTicket, act: AskingAct): { words: string; form: TicketAct }[] {
  const say = useSay();
  const { language } = useLanguage();
  const { day, now } = useDeskAtWork();
  switch (act) {
    case 'away':
      return absences_minutes.map((minutes) => {
        const back_at = Math.ceil((now + minutes * 60_000) / five_minutes_ms) * five_minutes_ms;
        return { words: say('desk.ask.back_at', { time: time_of_day(back_at, language), minutes }), form: { act, back_at } };
      });
    case 'park':
      return park_reasons.map((park_reason) => ({ words: say(`desk.parked.${park_reason}`), form: { act, park_reason } }));
    case 'urgent':
      return urgent_reasons.map((urgent_reason) => ({ words: say(`desk.urgent.${urgent_reason}`), form: { act, urgent_reason } }));
    case 'move':
      return offers_here(day)
        .filter((offer) => offer.offer_id !== ticket.offer_id)
        .map((offer) => ({ words: `${offer.acronym} · ${offer.partner_name[language]}`, form: { act, offer_id: offer.offer_id } }));
    case 'leave':
      return [
        { words: say('desk.leave.gave_up'), form: { act, leave_reason: 'gave_up' } },
        { words: say('desk.leave.sent_elsewhere'), form: { act, leave_reason: 'sent_elsewhere' } },
      ];
  }
}
