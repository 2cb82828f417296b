// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { moment_words } from '@parvis/i18n/local_time';
import { Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from './displaced.module.css';
import { reason_words, type DisplacedList } from './displaced.ts';

/** Who would lose their place, before anything is saved: when, where, by the number on their ticket. */
export function LosingNotice({ losing }: { losing: DisplacedList }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  if (losing.appointments.length === 0) return null;
  return (
    <Notice tone="attention" live title={say('partner.displaced.before', { count: losing.appointments.length })}>
      <ul className={styles.losing}>
        {losing.appointments.map((each) => (
          <li key={each.appointment_id}>
            <b>{moment_words(each.starts_at, losing.time_zone, language)}</b>
            {[each.site || say('partner.displaced.remote'), each.code, say(reason_words[each.reason])].filter(Boolean).map((word) => ` · ${word}`)}
          </li>
        ))}
      </ul>
      <p>{say('partner.displaced.before_detail')}</p>
    </Notice>
  );
}
