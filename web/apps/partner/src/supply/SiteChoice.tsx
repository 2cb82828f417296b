// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Checkbox, Field } from '@parvis/ui';
import { useId, useState, type ReactElement } from 'react';
import styles from '../forms.module.css';
import { communes_of, type Network } from '../network_words.ts';

/** With more places than this, a field to search them appears. */
const few = 20;

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase();
}

export interface SiteChoiceProps {
  network: Network;
  label: string;
  chosen: readonly string[];
  on_change(sites: string[]): void;
  error: string | null;
}

/** Places by territory; folded to one line until somebody wants to change them. */
export function SiteChoice({ network, label, chosen, on_change, error }: SiteChoiceProps): ReactElement {
  const say = useSay();
  const error_id = useId();
  const [wanted, set_wanted] = useState('');
  const [open, set_open] = useState(chosen.length === 0);
  const found = network.sites.filter((site) => plain(`${site.commune} ${site.territory}`).includes(plain(wanted.trim())));
  const territories = [...new Set(found.map((site) => site.territory))];
  const turn = (sites: readonly string[], on: boolean) => on_change(on ? [...new Set([...chosen, ...sites])] : chosen.filter((site) => !sites.includes(site)));
  const names = communes_of(network, chosen);
  const summary =
    names.length === network.sites.length ? say('partner.all_sites') : names.length > 4 ? say('partner.sites_count', { count: names.length }) : names.join(', ');
  return (
    <details className={styles.sites} open={open} onToggle={(event) => set_open(event.currentTarget.open)}>
      <summary aria-describedby={error ? error_id : undefined}>
        <b>{label}</b> {names.length === 0 ? say('partner.sites_none') : summary}
      </summary>
      {network.sites.length > few ? <Field label={say('partner.sites_search')} type="search" value={wanted} on_change={set_wanted} /> : null}
      <Checkbox is_selected={chosen.length === network.sites.length} on_change={(on) => turn(network.sites.map((site) => site.site_id), on)}>
        {say('partner.all_sites')}
      </Checkbox>
      <div className={styles.territories}>
        {territories.map((territory) => {
          const sites = found.filter((site) => site.territory === territory);
          const ids = sites.map((site) => site.site_id);
          return (
            <fieldset key={territory} className={styles.territory}>
              <legend>
                <Checkbox is_selected={ids.every((id) => chosen.includes(id))} on_change={(on) => turn(ids, on)}>
                  {territory}
                </Checkbox>
              </legend>
              {sites.map((site) => (
                <Checkbox key={site.site_id} is_selected={chosen.includes(site.site_id)} on_change={(on) => turn([site.site_id], on)}>
                  {site.commune}
                </Checkbox>
              ))}
            </fieldset>
          );
        })}
      </div>
      {error ? (
        <p id={error_id} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </details>
  );
}
