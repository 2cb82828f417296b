// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useEffect, useState } from 'react';

/** A sentence names so many; more are counted on the partner's page. */
const most_named = 8;

/** "Bretenoux, Biars-sur-Cère" for INSEE codes; "" until they are known or when they are too many, null for none. */
export function useCommunes(codes: readonly string[]): string | null {
  const [names, set_names] = useState<{ codes: string; names: string }>({ codes: '', names: '' });
  const wanted = codes.length > most_named ? '' : codes.join(',');
  useEffect(() => {
    if (wanted === '') return;
    let is_wanted = true;
    void ask(http.GET('/api/v1/public/places', { params: { query: { codes: wanted } } })).then((answer) => {
      if (is_wanted && answer.ok) set_names({ codes: wanted, names: answer.value.places.map((place) => place.name).join(', ') });
    });
    return () => {
      is_wanted = false;
    };
  }, [wanted]);
  if (codes.length === 0) return null;
  return names.codes === wanted ? names.names : '';
}
