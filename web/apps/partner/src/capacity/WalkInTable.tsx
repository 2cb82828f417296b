// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Card, Notice, useProblemText } from '@parvis/ui';
import { useCallback, type ReactElement } from 'react';
import { communes_of, type Network } from '../network_words.ts';
import tables from '../tables.module.css';
import { useAnswer } from '../use_answer.ts';
import { walk_ins_by_site } from './capacity.ts';

/** Who came unbooked and was helped without a ticket, for each site; for those who run the network. */
export function WalkInTable({ network, from, to }: { network: Network; from: string; to: string }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/walk_ins', { params: { path: { network_id: network.network_id }, query: { from, to } } })),
    [network.network_id, from, to],
  );
  const { value, problem } = useAnswer(question);
  const sites = walk_ins_by_site(value?.counts ?? []);
  return (
    <Card title={say('partner.walk_ins.title')} flush={sites.size > 0}>
      {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
      {value && sites.size === 0 ? <p className={tables.empty}>{say('partner.walk_ins.none')}</p> : null}
      {sites.size > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.displaced.where')}</th>
              <th scope="col" className={tables.end}>{say('partner.walk_ins.solved_here')}</th>
              <th scope="col" className={tables.end}>{say('partner.walk_ins.in_person')}</th>
            </tr>
          </thead>
          <tbody>
            {[...sites].map(([site, count]) => (
              <tr key={site}>
                <th scope="row" className={tables.name}>{communes_of(network, [site]).join('')}</th>
                <td className={tables.end}>{count.solved_here}</td>
                <td className={tables.end}>{count.in_person}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}
