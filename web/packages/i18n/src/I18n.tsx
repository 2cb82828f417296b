// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { is_language, type Catalogues, type Language, type MessageKey, type Messages } from './messages.ts';

const storage_key = 'parvis.language';

export interface LanguageChoice {
  readonly language: Language;
  set_language(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

/** The language of a page that remembers nothing yet: the last choice on this browser, else the browser's, else French. */
export function preferred_language(): Language {
  const remembered = localStorage.getItem(storage_key);
  if (is_language(remembered)) return remembered;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(is_language);
  return spoken ?? 'fr';
}

export interface I18nProps {
  catalogues: Catalogues;
  /** First language shown; without it, preferred_language(). */
  initial?: Language;
  /** Keep the choice for the next visit. The kiosk must not: the next citizen starts in French. */
  remember?: boolean;
  children: ReactNode;
}

/** Gives its children messages in the chosen language, and keeps `<html lang>` true. Renders nothing until loaded. */
export function I18n({ catalogues, initial, remember = true, children }: I18nProps): ReactElement | null {
  const [language, choose] = useState<Language>(() => initial ?? preferred_language());
  const [loaded, set_loaded] = useState<{ language: Language; messages: Messages } | null>(null);
  const [failure, set_failure] = useState<unknown>(null);

  useEffect(() => {
    let wanted = true;
    catalogues[language]().then(
      (messages) => {
        if (!wanted) return;
        document.documentElement.lang = language;
        set_loaded({ language, messages });
      },
      (reason: unknown) => {
        if (wanted) set_failure(reason);
      },
    );
    return () => {
      wanted = false;
    };
  }, [catalogues, language]);

  const set_language = useCallback(
    (next: Language) => {
      if (remember) localStorage.setItem(storage_key, next);
      choose(next);
    },
    [remember],
  );
  const shown = loaded?.language ?? language;
  const choice = useMemo(() => ({ language: shown, set_language }), [shown, set_language]);

  if (failure !== null) throw failure;
  if (!loaded) return null;
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.messages} timeZone="Europe/Paris">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('useLanguage is called outside <I18n>');
  return choice;
}

export type Values = Record<string, string | number | bigint | boolean | Date | null | undefined>;
export type Say = (key: MessageKey, values?: Values) => string;

/** `say('adviser.ring.since', { minutes: 3 })` -> the sentence in the page's language. */
export function useSay(): Say {
  const intl = useIntl();
  return useCallback((key: MessageKey, values?: Values) => intl.formatMessage({ id: key }, values), [intl]);
}

export interface SayRichProps {
  id: MessageKey;
  values?: Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode) | Date>;
}

/** A sentence with elements inside: `<SayRich id="kiosk.ringing" values={{ b: (parts) => <b>{parts}</b> }} />`. */
export function SayRich({ id, values }: SayRichProps): ReactElement {
  const intl = useIntl();
  return <>{intl.formatMessage({ id }, values as Parameters<typeof intl.formatMessage>[1])}</>;
}
