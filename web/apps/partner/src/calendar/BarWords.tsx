// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay, type MessageKey } from '@parvis/i18n';
import { Icon, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import { hour_words, local_of } from '@parvis/i18n/local_time';
import { acronym_of, type Network } from '../network_words.ts';
import type { Modality } from '../supply/draft.ts';
import styles from './calendar.module.css';
import { places_of, type Bar } from './plan_events.ts';

export const modality_icon: Record<Modality, IconName> = { appointment: 'calendar', time_window: 'clock', half_day_session: 'headset' };
export const modality_name: Record<Modality, MessageKey> = {
  appointment: 'partner.modality.appointment',
  time_window: 'partner.modality.time_window',
  half_day_session: 'partner.modality.half_day_session',
};

export interface BarWordsProps {
  bar: Bar;
  network: Network;
  zone: string;
  several_bodies: boolean;
  short: boolean;
  /** Appointments on that day. */
  booked: number;
}

/** What a bar says: when, in which way, where, how many people. */
export function BarWords({ bar, network, zone, several_bodies, short, booked }: BarWordsProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { opening, view } = bar;
  const { names, all } = places_of(network, opening);
  const at = (instant: number) => hour_words(local_of(instant, zone).minute, language);
  const where = all ? say('partner.all_sites') : names.length > 2 ? say('partner.sites_count', { count: names.length }) : names.join(', ');
  const body = several_bodies ? acronym_of(network, view.supply.partner_id) : null;
  const way = [say(modality_name[view.supply.modality]), view.supply.on_site ? say('partner.presence.on_site') : ''].filter(Boolean).join(' · ');
  if (short) {
    return (
      <span className={styles.short_words}>
        <Icon name={modality_icon[view.supply.modality]} size="small" label={way} />
        <span>
          <b>{at(opening.from)}</b> {[body, where].filter(Boolean).join(' · ')}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.words}>
      <span className={styles.way}>
        <Icon name={modality_icon[view.supply.modality]} size="small" />
        {body ?? way}
      </span>
      {body === null ? null : <span>{way}</span>}
      <span className={styles.when}>{say('partner.from_to', { from: at(opening.from), to: at(opening.to) })}</span>
      <span>{where}</span>
      <span>{say('partner.advisers_count', { count: opening.advisers })}</span>
      {booked > 0 && opening.leg === 0 ? <b>{say('partner.booked_count', { count: booked })}</b> : null}
    </span>
  );
}
