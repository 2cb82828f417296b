// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Dialog, Notice, useProblemText, type Tone } from '@parvis/ui';
import { useCallback, type ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { useLoaded } from '../use_loaded.ts';
import type { Webhook } from './WebhooksPanel.tsx';

const tones = { waiting: 'attention', delivered: 'good', given_up: 'danger' } as const satisfies Record<string, Tone>;

/** What a program was told last, and what did not arrive. */
export function DeliveriesDialog({ webhook, on_close }: { webhook: Webhook; on_close(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { webhook_id, url } = webhook;
  const ask_deliveries = useCallback(() => ask(http.GET('/api/v1/webhooks/{webhook_id}/deliveries', { params: { path: { webhook_id } } })), [webhook_id]);
  const { value, problem, reload } = useLoaded(ask_deliveries);
  return (
    <Dialog
      title={say('network.webhooks.deliveries')}
      is_open
      dismissable
      size="wide"
      on_close={on_close}
      actions={
        <Button icon="start_again" on_press={reload}>
          {say('network.refresh')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.code}>{url}</p>
        {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
        {value?.deliveries.length === 0 ? <p>{say('network.webhooks.no_deliveries')}</p> : null}
        {value && value.deliveries.length > 0 ? (
          <PanelTable heads={[say('network.audit_when'), say('network.audit_act'), say('network.state'), say('network.messages.tries')]}>
            {value.deliveries.map((one) => (
              <tr key={`${one.appointment_id} ${one.event}`}>
                <td>{day_and_time(one.occurred_at, language)}</td>
                <td>{say(`network.webhooks.event.${one.event}`)}</td>
                <td>
                  <Badge tone={tones[one.state]}>{say(`network.webhooks.delivery.${one.state}`)}</Badge>
                  {one.problem === undefined || one.state === 'delivered' ? null : <div className={styles.soft}>{one.explanation}</div>}
                </td>
                <td>
                  {one.attempts}
                  {one.next_at !== undefined && one.attempts > 0 ? <div className={styles.soft}>{say('network.messages.next', { when: day_and_time(one.next_at, language) })}</div> : null}
                </td>
              </tr>
            ))}
          </PanelTable>
        ) : null}
      </div>
    </Dialog>
  );
}
