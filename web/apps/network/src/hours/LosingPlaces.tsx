// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { moment_words } from '@parvis/i18n/local_time';
import { Notice } from '@parvis/ui';
import type { ReactElement } from 'react';

export type DisplacedList = components['schemas']['DisplacedList'];

/** Who would lose their place, before anything is saved. */
export function LosingPlaces({ losing }: { losing: DisplacedList }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  if (losing.appointments.length === 0) return null;
  return (
    <Notice tone="attention" live title={say('network.hours.losing', { count: losing.appointments.length })}>
      <ul>
        {losing.appointments.map((each) => (
          <li key={each.appointment_id}>
            {moment_words(each.starts_at, losing.time_zone, language)} · {each.code}
          </li>
        ))}
      </ul>
      <p>{say('network.hours.losing_detail')}</p>
    </Notice>
  );
}
