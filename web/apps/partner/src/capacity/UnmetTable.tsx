// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { day_words } from '@parvis/i18n/local_time';
import { useLanguage, useSay } from '@parvis/i18n';
import { Card, Notice, useProblemText } from '@parvis/ui';
import { useCallback, type ReactElement } from 'react';
import { communes_of, type Body, type Network } from '../network_words.ts';
import tables from '../tables.module.css';
import { useAnswer } from '../use_answer.ts';

interface UnmetTableProps {
  network: Network;
  bodies: readonly Body[];
  from: string;
  to: string;
}

/** Who asked for an appointment and could not be given one: what for, where and why. */
export function UnmetTable({ network, bodies, from, to }: UnmetTableProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/unmet_requests', { params: { path: { network_id: network.network_id }, query: { from, to } } })),
    [network.network_id, from, to],
  );
  const { value, problem } = useAnswer(question);
  const counts = value?.counts.filter(({ partner_id }) => bodies.some((body) => body.partner_id === partner_id)) ?? [];
  const acronym = (partner_id: string) => (bodies.length > 1 ? (bodies.find((body) => body.partner_id === partner_id)?.acronym ?? '') : '');
  return (
    <Card title={say('partner.unmet.title')} flush={counts.length > 0}>
      {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
      {value && counts.length === 0 ? <p className={tables.empty}>{say('partner.unmet.none')}</p> : null}
      {counts.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.unmet.subject')}</th>
              <th scope="col">{say('partner.displaced.where')}</th>
              <th scope="col">{say('partner.unmet.month')}</th>
              <th scope="col">{say('partner.unmet.reason')}</th>
              <th scope="col" className={tables.end}>{say('partner.unmet.count')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((one) => (
              <tr key={[one.month, one.motive_id, one.site_id, one.reason].join(' ')}>
                <th scope="row" className={tables.name}>
                  {one.motive_label[language]}
                  <span className={tables.second}>{acronym(one.partner_id)}</span>
                </th>
                <td>{one.site_id === undefined ? say('partner.unmet.anywhere') : communes_of(network, [one.site_id]).join('')}</td>
                <td>{day_words(one.month, language, { month: 'long', year: 'numeric' })}</td>
                <td>{say(`partner.unmet.${one.reason}`)}</td>
                <td className={tables.end}>{one.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}
