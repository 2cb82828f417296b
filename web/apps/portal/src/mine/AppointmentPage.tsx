// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { Button, Dialog, Icon, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { calendar_file } from '../booking/calendar_file.ts';
import { WhenAndWhere } from '../booking/WhenAndWhere.tsx';
import { address_of } from '../place.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { CallLink, Go, JoinLink, unbroken, useWay } from '../Way.tsx';
import * as wire from '../wire.ts';
import type { PublicAppointment } from '../wire.ts';
import { useWords } from '../words.ts';
import { useCalendarEntry } from './use_calendar_entry.ts';

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The appointment as it is kept in the hand: when, where, how, what to bring, its code; and what may still be done. */
export function AppointmentPage({ appointment }: { appointment: PublicAppointment }): ReactElement {
  const words = useWords();
  const { say } = words;
  const way = useWay();
  const { set_mine } = usePortal();
  const entry_of = useCalendarEntry();
  const [asking, set_asking] = useState(false);
  const [busy, set_busy] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const { code, state, place, papers, allowed_actions } = appointment;
  const stands = state === 'confirmed' || state === 'requested';

  const cancel = async () => {
    if (code === undefined) return;
    set_busy(true);
    const answer = await wire.cancel(code);
    set_busy(false);
    set_asking(false);
    if (answer.ok) set_mine(answer.value);
    else set_problem(answer.error);
  };

  const title = (): string => {
    const name = appointment.first_name;
    if (state === 'confirmed') return name === '' ? say('portal.mine.confirmed') : say('portal.mine.confirmed_for', { name });
    if (state === 'requested') return say('portal.mine.requested');
    if (state === 'cancelled') return say('portal.mine.cancelled');
    return say('portal.mine.over');
  };

  return (
    <Shell title={title()} back={{ to: { view: 'find' }, name: say('portal.home') }}>
      {problem ? (
        <Notice tone="attention" live actions={place ? <CallLink telephone={place.telephone} /> : undefined}>
          {words.problem(problem)}
        </Notice>
      ) : null}
      {state === 'confirmed' ? <Notice tone="good">{say('portal.mine.booked')}</Notice> : null}
      {state === 'requested' ? <Notice tone="attention">{say('portal.mine.requested_detail')}</Notice> : null}
      {state === 'cancelled' ? (
        <Notice tone="neutral">{say('portal.mine.cancelled_detail')}</Notice>
      ) : null}
      <div className={stands ? undefined : styles.past}>
        <WhenAndWhere appointment={appointment} />
      </div>
      {stands && papers.length > 0 ? (
        <section className={styles.section} aria-labelledby="papers">
          <h2 id="papers">{appointment.door === 'telephone' ? say('portal.mine.papers_at_hand') : say('portal.mine.papers')}</h2>
          <ul className={styles.papers}>
            {papers.map((paper) => (
              <li key={paper.fr}>
                <Icon name="paper" />
                <span>{words.plain(paper)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {stands && code !== undefined ? (
        <section className={styles.section} aria-labelledby="code">
          <h2 id="code">{say('portal.mine.your_code')}</h2>
          <p className={styles.code}>{code}</p>
          <p>{say('portal.mine.code_use')}</p>
        </section>
      ) : null}
      {state === 'confirmed' && appointment.door === 'home' && code !== undefined ? <JoinLink code={code}>{say('portal.mine.join')}</JoinLink> : null}
      {stands ? (
        <div className={styles.acts}>
          <Button tone="primary" size="large" stretch icon="calendar" on_press={() => download(say('portal.calendar.file'), calendar_file(entry_of(appointment)))}>
            {say('portal.mine.add_to_calendar')}
          </Button>
          <Button stretch icon="printer" on_press={() => print()}>
            {say('portal.mine.print')}
          </Button>
          {allowed_actions.includes('move') ? (
            <Button stretch icon="clock" on_press={() => way.go({ view: 'move' })}>
              {say('portal.mine.move')}
            </Button>
          ) : null}
          {allowed_actions.includes('cancel') ? (
            <Button stretch icon="close" on_press={() => set_asking(true)}>
              {say('portal.mine.cancel')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {stands && !allowed_actions.includes('cancel') ? <p>{say('portal.mine.too_late')}</p> : null}
      {place ? (
        <CallLink telephone={place.telephone} look="button">
          {say('portal.site.call', { telephone: unbroken(place.telephone) })}
        </CallLink>
      ) : null}
      {stands ? null : (
        <Go to={place ? { view: 'site', site: place.site_id } : { view: 'find' }} look="button" icon="calendar">
          {say('portal.mine.book_again')}
        </Go>
      )}
      <p className={styles.paper_only}>
        {location.host}
        {address_of({ view: 'mine' })}
      </p>
      <Dialog
        title={say('portal.mine.cancel_ask')}
        is_open={asking}
        on_close={() => set_asking(false)}
        alert
        actions={
          <>
            <Button on_press={() => set_asking(false)} size="large">
              {say('portal.mine.cancel_no')}
            </Button>
            <Button tone="danger" size="large" pending={busy} on_press={() => void cancel()}>
              {say('portal.mine.cancel_yes')}
            </Button>
          </>
        }
      >
        <p>{words.day_and_hour(appointment.starts_at, appointment.time_zone)}</p>
      </Dialog>
    </Shell>
  );
}
