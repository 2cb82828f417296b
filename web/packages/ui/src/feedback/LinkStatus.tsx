// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient, LinkState } from '@parvis/api';
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { useSyncExternalStore, type ReactElement } from 'react';
import { Badge } from './Badge.tsx';

/** The state of a link, followed. */
export function useLinkState(link: LinkClient): LinkState {
  return useSyncExternalStore(link.subscribe, link.state);
}

/** Whether this page hears the server: in words, for the bar at the top. */
export function LinkStatus({ state }: { state: LinkState }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const since = time_of_day(state.since, language);
  switch (state.status) {
    case 'online':
      return (
        <Badge tone="good" icon="line_good">
          {say('ui.link.online')}
        </Badge>
      );
    case 'connecting':
      return (
        <Badge tone="attention" icon="line_weak">
          {say('ui.link.connecting')}
        </Badge>
      );
    case 'offline':
      return (
        <Badge tone="danger" icon="line_lost">
          {say('ui.link.offline', { since })}
        </Badge>
      );
  }
}
