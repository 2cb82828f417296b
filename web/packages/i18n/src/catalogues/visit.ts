// SPDX-License-Identifier: EUPL-1.2
import { from_json, type Catalogues } from '../messages.ts';

export const catalogues: Catalogues = {
  fr: () => from_json(import('../../compiled/fr/visit.json')),
  en: () => from_json(import('../../compiled/en/visit.json')),
};
