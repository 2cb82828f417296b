// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { body_of } from './model/visit.ts';
import { body_name } from './model/when.ts';
import { useStation } from './use_station.tsx';

/** Says a body by its name, acronym second; one that this kiosk does not offer keeps its acronym. */
export function useBodyName(): (acronym: string) => string {
  const { language } = useLanguage();
  const { view } = useStation();
  return (acronym) => {
    const offer = body_of(view.known, acronym);
    return offer ? body_name({ acronym, name: offer.partner_name }, language) : acronym;
  };
}
