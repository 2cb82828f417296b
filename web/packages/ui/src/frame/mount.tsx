// SPDX-License-Identifier: EUPL-1.2
import '../styles/index.css';
import { speak_language } from '@parvis/api';
import { I18n, useLanguage, type Catalogues, type Language } from '@parvis/i18n';
import { StrictMode, useLayoutEffect, type ReactElement, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { Announcer } from '../feedback/Announcer.tsx';
import { Toasts } from '../feedback/Toasts.tsx';
import { ShortcutsProvider } from '../shortcuts/Shortcuts.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const react_aria_locale: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

export interface MountOptions {
  catalogues: Catalogues;
  /** First language; without it, the browser's last choice. The kiosk says 'fr'. */
  initial?: Language;
  /** Whether the language chosen is kept on this browser; the kiosk says false. */
  remember?: boolean;
  /** Shown when the page breaks down; without it, a page that says so and offers to reload. */
  fallback?: ReactNode;
}

export interface AppRootProps extends MountOptions {
  children: ReactNode;
}

/** What every page stands in: messages, languages of the components, live regions, toasts, shortcuts, last-resort error. */
export function AppRoot({ catalogues, initial, remember, fallback, children }: AppRootProps): ReactElement {
  return (
    <ErrorBoundary fallback={fallback}>
      <I18n catalogues={catalogues} initial={initial} remember={remember}>
        <Localized>{children}</Localized>
      </I18n>
    </ErrorBoundary>
  );
}

function Localized({ children }: { children: ReactNode }): ReactElement {
  const { language } = useLanguage();
  useLayoutEffect(() => speak_language(language), [language]);
  return (
    <I18nProvider locale={react_aria_locale[language]}>
      <ShortcutsProvider>{children}</ShortcutsProvider>
      <Announcer />
      <Toasts />
    </I18nProvider>
  );
}

/** React Aria adds one <style> element unless its id exists; `style-src 'self'` refuses it, so base.css holds the rule. */
function keep_style_policy(): void {
  const id = 'react-aria-pressable-style';
  if (document.getElementById(id)) return;
  const placeholder = document.createElement('meta');
  placeholder.id = id;
  document.head.append(placeholder);
}

/** Renders a page into `#root`. Call once, from the app's main.tsx. */
export function mount_app(page: ReactNode, options: MountOptions): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root element');
  keep_style_policy();
  createRoot(root).render(
    <StrictMode>
      <AppRoot {...options}>{page}</AppRoot>
    </StrictMode>,
  );
}
