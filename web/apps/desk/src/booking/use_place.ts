// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useEffect, useState } from 'react';
import { useDeskAtWork } from '../desk_context.ts';
import type { Place } from '../print/papers.tsx';
import type { AppointmentView } from '../wire.ts';

/** Where somebody goes who has this appointment; nothing until the site of another town is known. */
export function usePlace(appointment: AppointmentView): Place | undefined {
  const { day } = useDeskAtWork();
  const [elsewhere, set_elsewhere] = useState<Place | undefined>(undefined);
  const network_id = day.network?.network_id;
  const own = day.desk?.site;
  const site_id = appointment.site?.site_id ?? own?.site_id;
  const is_here = site_id === own?.site_id;
  useEffect(() => {
    if (is_here || network_id === undefined) return;
    void ask(http.GET('/api/v1/public/networks/{network_id}', { params: { path: { network_id } } })).then((answer) => {
      if (answer.ok) set_elsewhere(answer.value.sites.find((site) => site.site_id === site_id));
    });
  }, [is_here, network_id, site_id]);
  return is_here ? own : elsewhere;
}
