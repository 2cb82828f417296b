// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { near_moment, type NearMoment } from '@parvis/i18n/local_time';
import { useDeskAtWork } from '../desk_context.ts';

/** A moment to come, as it is said at this counter now. */
export function useNear(): (instant: number) => NearMoment {
  const { language } = useLanguage();
  const { day, now } = useDeskAtWork();
  const zone = day.desk?.site.time_zone ?? 'Europe/Paris';
  return (instant) => near_moment(instant, now, zone, language);
}
