// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useEffect, useState } from 'react';

/** Names of the network's sites by id, asked for only when the mediator has to choose between several. */
export function useSiteNames(wanted: boolean): ReadonlyMap<string, string> {
  const [names, set_names] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    void ask(http.GET('/api/v1/network')).then((answer) => {
      if (!answer.ok) return;
      const sites = answer.value.networks.flatMap((network) => network.sites);
      set_names(new Map(sites.map((site) => [site.site_id, site.name])));
    });
  }, [wanted]);
  return names;
}
