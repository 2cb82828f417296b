// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, RadioGroup, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { windows_of, type Subject } from '../day/day_model.ts';
import { SubjectChoice } from '../day/SubjectChoice.tsx';
import { useNear } from '../day/use_near.ts';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { local_day } from '../offline/known_day.ts';
import type { Guidance, Motive, TicketView } from '../wire.ts';
import { TicketGiven, type Given } from './TicketGiven.tsx';
import { useGiveUp } from './use_give_up.ts';

interface WalkInDialogProps {
  /** With a ticket: given up once they have an appointment. */
  on_book(motive: Motive, instead_of: TicketView | null): void;
  on_close(): void;
}

type Step =
  | { readonly at: 'subject' }
  | { readonly at: 'closed'; readonly subject: Subject; readonly motive: Motive | null }
  | { readonly at: 'ticket'; readonly given: Given; readonly subject: Subject; readonly motive: Motive | null };

/** A ticket, or what makes one needless. */
const ways = ['ticket', 'solved_here', 'in_person'] as const;
type Way = (typeof ways)[number];

/** Somebody came without an appointment: what for, and they have a number, or were helped without one. */
export function WalkInDialog({ on_book, on_close }: WalkInDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day, site_id, now, submit, look } = useDeskAtWork();
  const give_up = useGiveUp();
  const near = useNear();
  const [step, go] = useState<Step>({ at: 'subject' });
  const [kiosk_id, choose_kiosk] = useState<string>('any');
  const [way, choose_way] = useState<Way>('ticket');
  // One id for this person: pressing twice gives one ticket, and counts one visit.
  const [ticket_id] = useState(new_ulid);
  const [walk_in_id] = useState(new_ulid);

  const give = async (wish: Subject, motive: Motive | null) => {
    const { offer } = wish;
    const subject = motive?.label[language] ?? offer.partner_name[language];
    const form = { site_id, offer_id: offer.offer_id, ...(motive ? { motive_id: motive.motive_id } : {}), ...(kiosk_id === 'any' ? {} : { kiosk_id }) };
    const outcome = await submit(say('desk.about.ticket', { subject }), { kind: 'ticket', ticket_id, form });
    look();
    if (!outcome) return;
    const known = outcome.kind === 'told' ? (outcome.answer as TicketView) : null;
    const deed = outcome.kind === 'kept' ? outcome.entry.deed : null;
    const number = known?.number ?? (deed?.kind === 'ticket' ? (deed.form.number ?? 0) : 0);
    go({ at: 'ticket', given: { number, acronym: offer.acronym, subject, arrived_at: Date.now(), known }, subject: wish, motive });
  };
  const count = async (guidance: Guidance, subject: Subject | null, motive: Motive | null) => {
    const partner_id = subject?.offer.partner_id;
    const form = { site_id, guidance, ...(partner_id === undefined ? {} : { partner_id }), ...(motive && partner_id !== undefined ? { motive_id: motive.motive_id } : {}) };
    const about = say(`desk.about.${guidance}`, { subject: motive?.label[language] ?? subject?.offer.partner_name[language] ?? say('desk.walk_in.no_body') });
    const outcome = await submit(about, { kind: 'walk_in', walk_in_id, form });
    if (!outcome) return;
    show_toast({ tone: 'good', title: about });
    on_close();
  };
  const choose = (subject: Subject, motive: Motive | null) => {
    if (way !== 'ticket') return void count(way, subject, motive);
    const comes_today = windows_of(day, local_day(now)).some((one) => one.partner_id === subject.offer.partner_id && one.modality !== 'appointment' && one.to > now);
    if (subject.offer.state === 'closed' && !comes_today) go({ at: 'closed', subject, motive });
    else void give(subject, motive);
  };

  if (step.at === 'ticket') {
    const { given, subject, motive } = step;
    const ticket = given.known?.state === 'closed' ? null : given.known;
    const send_on = async () => {
      await count('in_person', subject, motive);
      if (ticket) await give_up(ticket);
    };
    const instead = { on_book: motive && (() => on_book(motive, ticket)), on_in_person: () => void send_on() };
    return <TicketGiven given={given} instead={instead} on_close={on_close} />;
  }
  if (step.at === 'closed') {
    const { subject, motive } = step;
    return (
      <Dialog title={say('desk.closed.title', { body: subject.offer.acronym })} is_open dismissable on_close={on_close}>
        <p className={styles.large}>{subject.offer.opens_at === undefined ? say('desk.closed.no_opening') : say('desk.closed.opens', near(subject.offer.opens_at))}</p>
        <div className={styles.answers}>
          {motive ? (
            <Button tone="primary" size="large" icon="calendar" stretch on_press={() => on_book(motive, null)}>
              {say('desk.closed.book')}
            </Button>
          ) : null}
          <Button size="large" icon="check" stretch on_press={() => void count('solved_here', subject, motive)}>
            {say('desk.guidance.solved_here')}
          </Button>
          <Button size="large" icon="site" stretch on_press={() => void count('in_person', subject, motive)}>
            {say('desk.guidance.in_person')}
          </Button>
          <Button size="large" icon="clock" stretch on_press={() => void give(subject, motive)}>
            {say('desk.closed.ticket_anyway')}
          </Button>
          <Button size="large" icon="arrow_left" stretch on_press={() => go({ at: 'subject' })}>
            {say('desk.closed.other_subject')}
          </Button>
        </div>
      </Dialog>
    );
  }
  const kiosks = day.desk?.kiosks ?? [];
  return (
    <Dialog title={say('desk.walk_in.title')} is_open dismissable size="wide" on_close={on_close}>
      {kiosks.length > 1 ? (
        <Select
          label={say('desk.walk_in.kiosk')}
          value={kiosk_id}
          on_change={choose_kiosk}
          choices={[{ value: 'any', label: say('desk.walk_in.any_kiosk') }, ...kiosks.map((one) => ({ value: one.kiosk_id, label: one.name }))]}
        />
      ) : null}
      <RadioGroup<Way> label={say('desk.walk_in.way')} layout="pills" value={way} on_change={choose_way} choices={ways.map((value) => ({ value, label: say(`desk.guidance.${value}`) }))} />
      <SubjectChoice with_other on_choose={choose} />
      {way === 'ticket' ? null : (
        <div>
          <Button tone="quiet" on_press={() => void count(way, null, null)}>
            {say('desk.walk_in.no_body')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
