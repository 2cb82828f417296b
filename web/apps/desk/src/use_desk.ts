// SPDX-License-Identifier: EUPL-1.2
import { LinkClient } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { useEffect, useMemo, useState } from 'react';
import { after, line_told, type Desk } from './desk_model.ts';
import type { LineView } from './wire.ts';

/** The desk of a site, followed as long as the page is shown; its lines by group, as they were last told. */
export function useDesk(site_id: string): { desk: Desk | null; lines: ReadonlyMap<string, LineView>; link: LinkClient } {
  const { language } = useLanguage();
  const [desk, set_desk] = useState<Desk | null>(null);
  const [lines, set_lines] = useState<ReadonlyMap<string, LineView>>(new Map());
  const link = useMemo(
    () =>
      new LinkClient({
        url: '/api/v1/link',
        language,
        hello: { surface: 'desk', site_id },
        on_message: (message) => {
          set_desk((before) => after(before, message));
          const line = line_told(message);
          if (line) set_lines((before) => new Map(before).set(line.group_id, line));
        },
      }),
    [language, site_id],
  );
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return { desk, lines, link };
}
