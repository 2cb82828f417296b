// SPDX-License-Identifier: EUPL-1.2
import { languages, useLanguage, useSay, type Language } from '@parvis/i18n';
import type { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './LanguageSwitch.module.css';

/** A language is named in itself, so that who needs it can read it. */
const own_name: Record<Language, string> = { fr: 'Français', en: 'English' };

export interface LanguageSwitchProps {
  /** Told after the choice, e.g. to save it with the account. */
  on_change?(language: Language): void;
  size?: 'normal' | 'kiosk';
}

export function LanguageSwitch({ on_change, size = 'normal' }: LanguageSwitchProps): ReactElement {
  const say = useSay();
  const { language, set_language } = useLanguage();
  return (
    <ToggleButtonGroup
      className={classes(styles.group, size === 'kiosk' && styles.kiosk)}
      aria-label={say('ui.language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = languages.find((one) => keys.has(one));
        if (!chosen) return;
        set_language(chosen);
        on_change?.(chosen);
      }}
    >
      {languages.map((one) => (
        <ToggleButton key={one} id={one} className={styles.choice} lang={one} aria-label={own_name[one]}>
          {size === 'kiosk' ? own_name[one] : one.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
