// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay, weekday_name } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { hours_lines, said_minute, type HoursLine } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import styles from './frame.module.css';

/** This place, as last known: name, address, telephone, opening hours. */
export function PlaceCard(): ReactElement | null {
  const say = useSay();
  const { view } = useStation();
  const site = view.known?.site;
  if (!site) return null;
  return (
    <div className={styles.place}>
      <div>
        <h2>{site.name}</h2>
        {site.address ? <p>{site.address}</p> : null}
        {site.telephone ? (
          <p className={styles.telephone}>
            <Icon name="phone" label={say('kiosk.place.telephone')} /> {site.telephone}
          </p>
        ) : null}
      </div>
      {site.hours.length > 0 ? (
        <div>
          <h2>{say('kiosk.place.hours')}</h2>
          <dl className={styles.hours}>
            {hours_lines(site.hours).map((line) => (
              <Line key={line.first} line={line} />
            ))}
          </dl>
        </div>
      ) : null}
    </div>
  );
}

function Line({ line }: { line: HoursLine }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const from = weekday_name(line.first, language);
  const to = weekday_name(line.last, language);
  const times = line.periods.map((period) => `${said_minute(period.from_minute, language)} – ${said_minute(period.to_minute, language)}`);
  return (
    <div>
      <dt>{line.first === line.last ? from : say('kiosk.place.days', { from, to })}</dt>
      <dd>{times.join(' · ')}</dd>
    </div>
  );
}
