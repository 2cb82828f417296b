// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { useCallback } from 'react';
import { when } from './model/when.ts';
import { useStation } from './use_station.tsx';

/** Says an instant to come in the zone of this place: "demain à 9 h". */
export function useWhen(): (instant_ms: number) => string {
  const say = useSay();
  const { language } = useLanguage();
  const { view } = useStation();
  const zone = view.known?.site?.time_zone ?? 'Europe/Paris';
  return useCallback(
    (instant_ms) => {
      const { key, ...values } = when(instant_ms, Date.now(), language, zone);
      return say(key, values);
    },
    [say, language, zone],
  );
}
