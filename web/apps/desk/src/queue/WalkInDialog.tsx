// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { day_and_time, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, Select } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { windows_of, type Subject } from '../day/day_model.ts';
import { SubjectChoice } from '../day/SubjectChoice.tsx';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { local_day } from '../offline/known_day.ts';
import { Paper } from '../print/Paper.tsx';
import { QueuePaper } from '../print/papers.tsx';
import type { Motive, TicketView } from '../wire.ts';
import { wait_words } from './wait_words.ts';

interface WalkInDialogProps {
  on_book(motive: Motive): void;
  on_close(): void;
}

type Step =
  | { readonly at: 'subject' }
  | { readonly at: 'closed'; readonly subject: Subject; readonly motive: Motive | null }
  | { readonly at: 'ticket'; readonly given: Given };

export interface Given {
  readonly number: number;
  readonly acronym: string;
  readonly subject: string;
  readonly arrived_at: number;
  /** Nothing while the server does not know of it. */
  readonly known: TicketView | null;
}

/** Somebody came without an appointment: what for, and they have a number. */
export function WalkInDialog({ on_book, on_close }: WalkInDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day, site_id, now, submit, look } = useDeskAtWork();
  const [step, go] = useState<Step>({ at: 'subject' });
  const [kiosk_id, choose_kiosk] = useState<string>('any');
  // One id for this person: pressing twice gives one ticket.
  const [ticket_id] = useState(new_ulid);

  const give = async ({ offer }: Subject, motive: Motive | null) => {
    const subject = motive?.label[language] ?? offer.partner_name[language];
    const form = { site_id, offer_id: offer.offer_id, ...(motive ? { motive_id: motive.motive_id } : {}), ...(kiosk_id === 'any' ? {} : { kiosk_id }) };
    const outcome = await submit(say('desk.about.ticket', { subject }), { kind: 'ticket', ticket_id, form });
    look();
    if (!outcome) return;
    const known = outcome.kind === 'told' ? (outcome.answer as TicketView) : null;
    const deed = outcome.kind === 'kept' ? outcome.entry.deed : null;
    const number = known?.number ?? (deed?.kind === 'ticket' ? (deed.form.number ?? 0) : 0);
    go({ at: 'ticket', given: { number, acronym: offer.acronym, subject, arrived_at: Date.now(), known } });
  };
  const choose = (subject: Subject, motive: Motive | null) => {
    const comes_today = windows_of(day, local_day(now)).some((one) => one.acronym === subject.offer.acronym && one.modality !== 'appointment' && one.to > now);
    if (subject.offer.state === 'closed' && !comes_today) go({ at: 'closed', subject, motive });
    else void give(subject, motive);
  };

  if (step.at === 'ticket') return <TicketGiven given={step.given} on_close={on_close} />;
  if (step.at === 'closed') {
    const { subject, motive } = step;
    return (
      <Dialog title={say('desk.closed.title', { body: subject.offer.acronym })} is_open dismissable on_close={on_close}>
        <p className={styles.large}>{subject.offer.opens_at === undefined ? say('desk.closed.no_opening') : say('desk.closed.opens', { at: day_and_time(subject.offer.opens_at, language) })}</p>
        <div className={styles.answers}>
          {motive ? (
            <Button tone="primary" size="large" icon="calendar" stretch on_press={() => on_book(motive)}>
              {say('desk.book')}
            </Button>
          ) : null}
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
      <SubjectChoice with_other on_choose={choose} />
    </Dialog>
  );
}

/** The number, said once more, big enough to turn the screen around. */
export function TicketGiven({ given, on_close }: { given: Given; on_close(): void }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const [printing, print] = useState(false);
  const { known } = given;
  const wait = known === null ? say('desk.wait.no_network') : wait_words(known.wait, say);
  const position = known?.position === undefined ? '' : say('desk.ticket.position', { position: known.position });
  const closed = known?.state === 'closed';
  return (
    <Dialog
      title={closed ? say('desk.line_closed', { body: given.acronym }) : say('desk.given.title')}
      is_open
      dismissable
      on_close={on_close}
      actions={
        <>
          <Button icon="printer" on_press={() => print(true)}>
            {say('desk.ticket.print')}
          </Button>
          <Button tone="primary" autofocus on_press={on_close}>
            {say('desk.done')}
          </Button>
        </>
      }
    >
      {closed ? <Notice tone="attention">{known.message}</Notice> : null}
      <div className={styles.given}>
        <strong className={styles.given_number}>{given.number}</strong>
        <span className={styles.large}>
          {given.subject} · {given.acronym}
        </span>
        {closed ? null : (
          <span className={styles.large}>
            {[position, wait].filter(Boolean).join(' · ')}
          </span>
        )}
        <span className={styles.soft}>{say('desk.given.at', { time: time_of_day(given.arrived_at, language) })}</span>
      </div>
      {printing ? (
        <Paper on_printed={() => print(false)}>
          <QueuePaper site={day.desk?.site} ticket={{ ...given, wait }} />
        </Paper>
      ) : null}
    </Dialog>
  );
}
