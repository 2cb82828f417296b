// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { default_zone, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useState, type ReactElement } from 'react';
import { add_days, day_words, monday_of, today_in } from '@parvis/i18n/local_time';
import type { Body, Network } from '../network_words.ts';
import tables from '../tables.module.css';
import { useAnswer } from '../use_answer.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { colleagues_of, missing_in, sessions_by_day, type Absence, type RotaSession } from './rota_model.ts';
import styles from './rota.module.css';
import { SessionRow } from './SessionRow.tsx';
import { TeamDialog } from './TeamDialog.tsx';

export interface RotaPanelProps {
  network: Network;
  bodies: readonly Body[];
  /** A session was made smaller or taken out: appointments may have lost their place. */
  on_change(): void;
}

const weeks_shown = 2;

/** Who is on duty in the coming two weeks, who is away, who could come instead. */
export function RotaPanel({ network, bodies, on_change }: RotaPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [monday, set_monday] = useState(() => monday_of(today_in(default_zone)));
  const [naming, set_naming] = useState<RotaSession | null>(null);
  const [absence, set_absence] = useState<'new' | Absence | null>(null);
  const last_day = add_days(monday, 7 * weeks_shown - 1);
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/rota', { params: { path: { network_id: network.network_id }, query: { from: monday, to: last_day } } })),
    [network.network_id, monday, last_day],
  );
  const { value, problem, reload } = useAnswer(question);
  const is_shown = ({ partner_id }: { partner_id: string }) => bodies.some((body) => body.partner_id === partner_id);
  const today = today_in(value?.time_zone ?? default_zone);
  const rota = value ? { ...value, sessions: value.sessions.filter((session) => is_shown(session) && session.day >= today), people: value.people.filter(is_shown), absences: value.absences.filter(is_shown) } : null;
  const missing = rota ? missing_in(rota).length : 0;
  const changed = () => {
    void reload();
    on_change();
  };
  const name_of = (account_id: string) => rota?.people.find((person) => person.account_id === account_id)?.name ?? '';
  const remove = async ({ absence_id }: Absence) => {
    const done = await ask(http.DELETE('/api/v1/absences/{absence_id}', { params: { path: { absence_id } } }));
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
    await reload();
  };
  const short_day = (day: string) => day_words(day, language, { weekday: 'short', day: 'numeric', month: 'long' });
  return (
    <div className={styles.panel}>
      <div className={styles.toolbar}>
        <Button icon="arrow_left" label={say('partner.before')} disabled={monday <= monday_of(today)} on_press={() => set_monday(add_days(monday, -7 * weeks_shown))} />
        <Button icon="arrow_right" label={say('partner.after')} on_press={() => set_monday(add_days(monday, 7 * weeks_shown))} />
        <h2>{say('partner.rota.weeks', { from: short_day(monday), to: short_day(last_day) })}</h2>
        <span className={styles.end}>
          <Button tone="primary" icon="plus" disabled={!rota || rota.people.length === 0} on_press={() => set_absence('new')}>
            {say('partner.rota.absence_new')}
          </Button>
        </span>
      </div>
      {problem ? (
        <Notice tone="danger" live actions={<Button on_press={() => void reload()}>{say('ui.try_again')}</Button>}>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {missing > 0 ? <Notice tone="attention">{say('partner.rota.gaps', { count: missing })}</Notice> : null}
      {rota && rota.absences.length > 0 ? (
        <Card title={say('partner.rota.absences')}>
          <ul className={styles.absences}>
            {rota.absences.map((each) => (
              <li key={each.absence_id}>
                <b>{name_of(each.account_id)}</b>
                <span>{each.first_day === each.last_day ? say('partner.rota.absent_day', { day: short_day(each.first_day) }) : say('partner.rota.absent_days', { from: short_day(each.first_day), to: short_day(each.last_day) })}</span>
                <Button size="small" icon="people" label={say('partner.rota.replace_label', { name: name_of(each.account_id) })} disabled={each.last_day < today || colleagues_of(rota.people, each.account_id).length === 0} on_press={() => set_absence(each)}>
                  {say('partner.rota.replace')}
                </Button>
                <Button size="small" icon="trash" label={say('partner.rota.absence_remove', { name: name_of(each.account_id) })} on_press={() => void remove(each)} />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {rota && rota.sessions.length === 0 ? <p className={tables.empty}>{say('partner.rota.none')}</p> : null}
      {rota
        ? sessions_by_day(rota.sessions).map(([day, sessions]) => (
            <Card key={day} title={day_words(day, language, { weekday: 'long', day: 'numeric', month: 'long' })} flush>
              <table className={styles.sessions}>
                <colgroup>
                  <col className={styles.session_column} />
                  <col className={styles.people_column} />
                  <col />
                </colgroup>
                <thead className="visually-hidden">
                  <tr>
                    <th scope="col">{say('partner.rota.session')}</th>
                    <th scope="col">{say('partner.rota.on_duty')}</th>
                    <th scope="col">{say('partner.displaced.what_now')}</th>
                  </tr>
                </thead>
                <tbody>
                  {sessions.map((session) => (
                    <SessionRow key={session.supply_id} network={network} rota={rota} session={session} several_bodies={bodies.length > 1} on_name={() => set_naming(session)} on_change={changed} />
                  ))}
                </tbody>
              </table>
            </Card>
          ))
        : null}
      {naming && rota ? (
        <TeamDialog
          rota={rota}
          session={naming}
          on_close={(saved) => {
            set_naming(null);
            if (saved) void reload();
          }}
        />
      ) : null}
      {absence && rota ? (
        <AbsenceDialog
          people={rota.people}
          today={today}
          {...(absence === 'new' ? {} : { noted: absence })}
          on_close={(saved) => {
            set_absence(null);
            if (saved) void reload();
          }}
        />
      ) : null}
    </div>
  );
}
