// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { default_zone, useLanguage, useSay, type Language } from '@parvis/i18n';
import { Button, Card, Notice, useProblemText } from '@parvis/ui';
import { useAccount } from '@parvis/ui/sign-in';
import { useCallback, useState, type ReactElement } from 'react';
import { modality_name } from '../calendar/BarWords.tsx';
import { add_days, and_list, day_words, month_start, today_in } from '@parvis/i18n/local_time';
import { acronym_of, communes_of, runs_network, type Body, type Network } from '../network_words.ts';
import tables from '../tables.module.css';
import { useAnswer } from '../use_answer.ts';
import { span_of, next_span, type Span } from '../calendar/span.ts';
import { share_of, sum_of, use_by_site, use_by_supply, type Plan, type SupplyUse } from './capacity.ts';
import styles from './capacity.module.css';
import { UnmetTable } from './UnmetTable.tsx';
import { WalkInTable } from './WalkInTable.tsx';

export interface CapacityPanelProps {
  network: Network;
  bodies: readonly Body[];
}

/** The days that count: a month without the ends of its neighbours. */
function days_of(span: Span): { from: string; to: string } {
  return span.kind === 'week' ? span : { from: month_start(span.day), to: add_days(month_start(span.day, 1), -1) };
}

function title_of(span: Span, language: Language): string {
  if (span.kind === 'month') return day_words(span.day, language, { month: 'long', year: 'numeric' });
  const range = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return range.formatRange(Date.parse(span.from), Date.parse(span.to));
}

/** Planned and used capacity of a week or a month, for each session and each site. */
export function CapacityPanel({ network, bodies }: CapacityPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const account = useAccount();
  const [span, set_span] = useState(() => span_of('month', today_in(default_zone)));
  const { from, to } = days_of(span);
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/plan', { params: { path: { network_id: network.network_id }, query: { from, to } } })),
    [network.network_id, from, to],
  );
  const { value, problem } = useAnswer(question);
  const plan = value && value.from_day === from && value.to_day === to ? value : null;
  const view_button = (kind: Span['kind'], words: string) => (
    <Button size="small" pressed={span.kind === kind} on_press={() => set_span(span_of(kind, span.day))}>
      {words}
    </Button>
  );
  return (
    <div className={styles.panel}>
      <div className={styles.toolbar}>
        <Button icon="arrow_left" label={say('partner.before')} on_press={() => set_span(next_span(span, -1))} />
        <Button icon="arrow_right" label={say('partner.after')} on_press={() => set_span(next_span(span, 1))} />
        <h2>{title_of(span, language)}</h2>
        {view_button('week', say('partner.week'))}
        {view_button('month', say('partner.month'))}
      </div>
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {plan ? <Tables network={network} bodies={bodies} plan={plan} from={from} to={to} /> : null}
      <p className={styles.soft}>{say('partner.capacity.honest')}</p>
      <div className={styles.columns}>
        <UnmetTable network={network} bodies={bodies} from={from} to={to} />
        {runs_network(account, network) ? <WalkInTable network={network} from={from} to={to} /> : null}
      </div>
    </div>
  );
}

function Tables({ network, bodies, plan, from, to }: CapacityPanelProps & { plan: Plan; from: string; to: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const shown = new Map(plan.supplies.filter(({ supply }) => bodies.some((body) => body.partner_id === supply.partner_id)).map((view) => [view.supply.supply_id, view.supply]));
  const lines = use_by_supply(plan, from, to).filter(({ supply_id }) => shown.has(supply_id));
  const own = { ...plan, booked: plan.booked.filter(({ supply_id }) => shown.has(supply_id)) };
  const sites = use_by_site(own, from, to);
  const name = ({ supply_id }: SupplyUse) => {
    const supply = shown.get(supply_id);
    if (!supply) return { what: '', where: '' };
    const places = communes_of(network, supply.legs.flatMap((leg) => leg.sites));
    const where = places.length === network.sites.length ? say('partner.all_sites') : places.length > 3 ? say('partner.sites_count', { count: places.length }) : and_list(places, language);
    return { what: [bodies.length > 1 ? acronym_of(network, supply.partner_id) : '', say(modality_name[supply.modality])].filter(Boolean).join(' · '), where };
  };
  if (lines.length === 0) return <p className={tables.empty}>{say('partner.capacity.none')}</p>;
  return (
    <div className={styles.columns}>
      <Card title={say('partner.capacity.by_session')} flush>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.capacity.session')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.planned')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.kept')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.used')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.missed')}</th>
              <th scope="col">{say('partner.capacity.share')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <UseRow key={line.supply_id} line={line} {...name(line)} />
            ))}
            <UseRow line={sum_of(lines)} what={say('partner.capacity.sum')} where="" />
          </tbody>
        </table>
      </Card>
      <Card title={say('partner.capacity.by_site')} flush>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.displaced.where')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.used')}</th>
              <th scope="col" className={tables.end}>{say('partner.capacity.missed')}</th>
            </tr>
          </thead>
          <tbody>
            {[...network.sites.map(({ site_id }) => site_id), ''].filter((site) => sites.has(site)).map((site) => (
              <tr key={site}>
                <th scope="row" className={tables.name}>{site === '' ? say('partner.displaced.remote') : communes_of(network, [site]).join('')}</th>
                <td className={tables.end}>{sites.get(site)?.appointments}</td>
                <td className={tables.end}>{sites.get(site)?.missed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}

function UseRow({ line, what, where }: { line: SupplyUse; what: string; where: string }): ReactElement {
  const { language } = useLanguage();
  const share = share_of(line);
  return (
    <tr>
      <th scope="row" className={tables.name}>
        {what}
        <span className={tables.second}>{where}</span>
      </th>
      <td className={tables.end}>{line.slots}</td>
      <td className={tables.end}>{line.kept_slots}</td>
      <td className={tables.end}>{line.appointments}</td>
      <td className={tables.end}>{line.missed}</td>
      <td className={tables.number}>
        {share === null ? '–' : new Intl.NumberFormat(language, { style: 'percent' }).format(share)} <progress className={styles.share} aria-hidden="true" max={1} value={Math.min(1, share ?? 0)} />
      </td>
    </tr>
  );
}
