// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Notice, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { useLoaded } from '../use_loaded.ts';

const ask_audit = () => ask(http.GET('/api/v1/audit'));

/** The newest acts, and whether the chain of the whole trail holds. */
export function AuditPanel(): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { value, problem, reload } = useLoaded(ask_audit);
  if (problem) return <Notice tone="danger">{problem_text(problem)}</Notice>;
  if (!value) return <></>;
  return (
    <div className={styles.stack}>
      {value.first_broken === undefined ? (
        <Notice tone="good">{say('network.audit_holds', { total: value.total })}</Notice>
      ) : (
        <Notice tone="danger" live>
          {say('network.audit_broken', { number: value.first_broken })}
        </Notice>
      )}
      <Card
        title={say('network.audit_newest')}
        flush
        actions={
          <Button size="small" icon="start_again" on_press={reload}>
            {say('network.refresh')}
          </Button>
        }
      >
        <PanelTable heads={[say('network.audit_number'), say('network.audit_when'), say('network.audit_act'), say('network.audit_who'), say('network.audit_what'), say('network.audit_detail')]}>
          {value.entries.map((entry) => (
            <tr key={entry.number}>
              <td>{entry.number}</td>
              <td>{day_and_time(entry.occurred_at, language)}</td>
              <td>{entry.act}</td>
              <td className={styles.code}>{entry.actor}</td>
              <td className={styles.code}>{entry.subject}</td>
              <td className={styles.code}>{entry.detail}</td>
            </tr>
          ))}
        </PanelTable>
      </Card>
    </div>
  );
}
