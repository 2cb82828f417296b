// SPDX-License-Identifier: EUPL-1.2
import { LinkClient, type LinkMessage, type Result } from '@parvis/api';
import { useLanguage } from '@parvis/i18n';
import { useEffect, useMemo, useState } from 'react';
import { after, type Console } from './console_model.ts';

/** Signals of the kiosk's page, for whoever holds the call. */
export interface Signals {
  send(interview_id: string, payload: unknown): void;
  listen(listener: (payload: unknown) => void): () => void;
}

export interface ConsoleLink {
  console: Console | null;
  link: LinkClient;
  signals: Signals;
}

/** The console, followed as long as the page is shown. */
export function useConsole(): ConsoleLink {
  const { language } = useLanguage();
  const [console, set_console] = useState<Console | null>(null);
  const { link, signals } = useMemo(() => open_link(language, set_console), [language]);
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  return { console, link, signals };
}

type SetConsole = (change: (known: Console | null) => Console | null) => void;

function open_link(language: string, set_console: SetConsole): { link: LinkClient; signals: Signals } {
  const listeners = new Set<(payload: unknown) => void>();
  const on_message = (message: LinkMessage) => {
    if (message.type === 'signal') for (const listener of listeners) listener(message['payload']);
    else set_console((known) => after(known, message));
  };
  const link = new LinkClient({ url: '/api/v1/link', language, hello: { surface: 'adviser' }, on_message });
  const signals: Signals = {
    // A signal that could not be carried is sent anew by the call itself when it matters.
    send: (interview_id, payload) => void (link.send('signal', { interview_id, payload }) satisfies Promise<Result<unknown>>),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { link, signals };
}
