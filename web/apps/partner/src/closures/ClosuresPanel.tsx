// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useState, type ReactElement } from 'react';
import { acronym_of, type Body, type Network } from '../network_words.ts';
import styles from '../tables.module.css';
import { useAnswer } from '../use_answer.ts';
import { ClosureDialog } from './ClosureDialog.tsx';

type Closure = components['schemas']['BodyClosure'];

export interface ClosuresPanelProps {
  network: Network;
  bodies: readonly Body[];
  on_change(): void;
}

/** When a body does not answer at all: told to mediators, greyed in the calendar, no slot is offered. */
export function ClosuresPanel({ network, bodies, on_change }: ClosuresPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [edited, set_edited] = useState<Closure | 'new' | null>(null);
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/body_closures', { params: { path: { network_id: network.network_id } } })),
    [network.network_id],
  );
  const { value, problem, reload } = useAnswer(question);
  const shown = value?.closures.filter((closure) => bodies.some((body) => body.partner_id === closure.partner_id)) ?? [];
  const remove = async (closure_id: string) => {
    const done = await ask(http.DELETE('/api/v1/body_closures/{closure_id}', { params: { path: { closure_id } } }));
    if (done.ok) {
      await reload();
      on_change();
    } else show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  return (
    <Card
      title={say('partner.closures')}
      flush
      actions={
        <Button tone="primary" size="small" icon="plus" disabled={!value} on_press={() => set_edited('new')}>
          {say('partner.closure_new')}
        </Button>
      }
    >
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {value && shown.length === 0 ? <p className={styles.empty}>{say('partner.closures_none')}</p> : null}
      {value && shown.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.closure_reason')}</th>
              <th scope="col">{say('partner.closure_who')}</th>
              <th scope="col">{say('partner.closure_from')}</th>
              <th scope="col">{say('partner.closure_to')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('partner.motive_change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((closure) => (
              <tr key={closure.closure_id}>
                <th scope="row" className={styles.name}>
                  {closure.reason}
                </th>
                <td>{[acronym_of(network, closure.partner_id), network.groups.find(({ group_id }) => group_id === closure.group_id)?.name].filter(Boolean).join(' · ')}</td>
                <td className={styles.number}>{day_and_time(closure.from, language, value.time_zone)}</td>
                <td className={styles.number}>{day_and_time(closure.to, language, value.time_zone)}</td>
                <td className={styles.end}>
                  <Button size="small" icon="settings" label={say('partner.closure_change', { reason: closure.reason })} on_press={() => set_edited(closure)} />{' '}
                  <Button size="small" icon="trash" label={say('partner.closure_remove', { reason: closure.reason })} on_press={() => void remove(closure.closure_id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {edited && value ? (
        <ClosureDialog
          network={network}
          bodies={bodies}
          zone={value.time_zone}
          closure={edited === 'new' ? null : edited}
          on_close={(changed) => {
            set_edited(null);
            if (changed) void reload();
            if (changed) on_change();
          }}
        />
      ) : null}
    </Card>
  );
}
