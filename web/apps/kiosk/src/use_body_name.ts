// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@parvis/i18n';
import { offer_of_body } from './model/visit.ts';
import { body_name } from './model/when.ts';
import { useStation } from './use_station.tsx';

/** Says a body by its name, acronym second; one that this kiosk does not offer keeps its acronym. */
export function useBodyName(): (body: { partner_id?: string; acronym: string }) => string {
  const { language } = useLanguage();
  const { view } = useStation();
  return ({ partner_id, acronym }) => {
    const offer = partner_id === undefined ? null : offer_of_body(view.known, partner_id);
    return offer ? body_name({ acronym, name: offer.partner_name }, language) : acronym;
  };
}
