// SPDX-License-Identifier: EUPL-1.2
import { LinkClient } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { useEffect, useMemo, useState } from 'react';
import { after, type Wall } from './wall_model.ts';

/** The screen's link, followed as long as it is on. */
export function useWall(secret: string): { wall: Wall | null; link: LinkClient } {
  const { language } = useLanguage();
  const [wall, set_wall] = useState<Wall | null>(null);
  const link = useMemo(
    () =>
      new LinkClient({
        url: '/api/v1/wall-link',
        language,
        token: secret,
        on_message: (message) => set_wall((known) => after(known, message, Date.now())),
      }),
    [language, secret],
  );
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return { wall, link };
}

/** The server's time, told every second. */
export function useNow(ahead_ms: number): number {
  const [now, set_now] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead_ms;
}
