// SPDX-License-Identifier: EUPL-1.2
import { LinkClient } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { useEffect, useMemo, useState } from 'react';
import { after, type Desk } from './desk_model.ts';

/** The desk of a site, followed as long as the page is shown. */
export function useDesk(site_id: string): { desk: Desk | null; link: LinkClient } {
  const { language } = useLanguage();
  const [desk, set_desk] = useState<Desk | null>(null);
  const link = useMemo(
    () =>
      new LinkClient({
        url: '/api/v1/link',
        language,
        hello: { surface: 'desk', site_id },
        on_message: (message) => set_desk((before) => after(before, message)),
      }),
    [language, site_id],
  );
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return { desk, link };
}
