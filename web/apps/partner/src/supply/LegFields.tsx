// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type Problem } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Field } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../forms.module.css';
import { clock_of, minute_of } from '@parvis/i18n/local_time';
import type { Network } from '../network_words.ts';
import { is_at } from '../problem_fields.ts';
import { useFieldText } from '../use_told_problem.ts';
import type { DraftLeg } from './draft.ts';
import { SiteChoice } from './SiteChoice.tsx';

export interface LegFieldsProps {
  network: Network;
  legs: readonly DraftLeg[];
  on_change(legs: DraftLeg[]): void;
  problem: Problem | null;
}

/** One part of the day after the other: an adviser may be in one town until half past ten and in the next one from then on. */
export function LegFields({ network, legs, on_change, problem }: LegFieldsProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const add = () => {
    const begins = minute_of(legs.at(-1)?.to ?? '') ?? 9 * 60;
    on_change([...legs, { key: new_ulid(), sites: [], from: clock_of(begins), to: clock_of(Math.min(begins + 120, 1435)) }]);
  };
  const about_all = problem?.pointer.endsWith('/legs') ? problem_text(problem) : null;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say('partner.legs')}</legend>
      {about_all ? (
        <p className={styles.error} role="alert">
          {about_all}
        </p>
      ) : null}
      <ol className={styles.legs}>
        {legs.map((leg, number) => (
          <LegRow
            key={leg.key}
            network={network}
            leg={leg}
            number={number}
            problem={problem}
            on_change={(changed) => on_change(legs.map((each) => (each.key === leg.key ? changed : each)))}
            on_remove={legs.length > 1 ? () => on_change(legs.filter((each) => each.key !== leg.key)) : null}
          />
        ))}
      </ol>
      <Button size="small" icon="plus" on_press={add}>
        {say('partner.leg_add')}
      </Button>
    </fieldset>
  );
}

interface LegRowProps {
  network: Network;
  leg: DraftLeg;
  number: number;
  problem: Problem | null;
  on_change(leg: DraftLeg): void;
  on_remove: (() => void) | null;
}

function LegRow({ network, leg, number, problem, on_change, on_remove }: LegRowProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const at = `/legs/${number}`;
  const about_sites = is_at(problem, `${at}/sites`);
  const about_hours = is_at(problem, at) && !about_sites;
  const name = { number: number + 1 };
  return (
    <li className={styles.leg}>
      <div className={styles.hours}>
        <Field
          label={say('partner.leg_from', name)}
          type="time"
          value={leg.from}
          on_change={(from) => on_change({ ...leg, from })}
          error={about_hours ? problem_text(problem) : null}
        />
        <Field label={say('partner.leg_to', name)} type="time" value={leg.to} on_change={(to) => on_change({ ...leg, to })} />
        {on_remove ? <Button tone="quiet" icon="trash" label={say('partner.leg_remove', name)} on_press={on_remove} /> : null}
      </div>
      <SiteChoice
        network={network}
        label={say('partner.leg_sites', name)}
        chosen={leg.sites}
        on_change={(sites) => on_change({ ...leg, sites })}
        error={about_sites ? problem_text(problem) : null}
      />
    </li>
  );
}
