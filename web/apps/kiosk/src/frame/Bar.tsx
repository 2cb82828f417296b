// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { bigger, is_calmest, next_volume, volumes } from '../model/comfort.ts';
import { useStation } from '../use_station.tsx';
import { BellButton } from './BellButton.tsx';
import styles from './frame.module.css';

/** Always there: the bell, a person, bigger text, louder, the other language, stop. */
export function Bar(): ReactElement {
  const say = useSay();
  const { station, view } = useStation();
  const { comfort, screen } = view;
  return (
    <nav className={styles.bar} aria-label={say('kiosk.bar')}>
      <BellButton layout="above" />
      <KioskButton icon="people" layout="above" on_press={() => station.open_overlay('in_person')}>
        {say('kiosk.bar.in_person')}
      </KioskButton>
      <KioskButton icon="text_size" layout="above" pressed={comfort.text !== 'normal'} on_press={() => station.set_comfort(bigger(comfort))}>
        {say('kiosk.bar.text')}
      </KioskButton>
      <KioskButton icon="volume" layout="above" pressed={comfort.volume > volumes[0]} on_press={() => station.set_comfort(next_volume(comfort))}>
        {say('kiosk.bar.volume')}
        <VolumeSteps volume={comfort.volume} />
      </KioskButton>
      <LanguageButton />
      {screen === 'start' && is_calmest(comfort) ? null : <StopButton />}
    </nav>
  );
}

function VolumeSteps({ volume }: { volume: number }): ReactElement {
  return (
    <span className={styles.steps} aria-hidden>
      {volumes.map((step) => (
        <span key={step} data-on={step <= volume || undefined} />
      ))}
    </span>
  );
}

function LanguageButton(): ReactElement {
  const { language, set_language } = useLanguage();
  const [other, name] = language === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  return (
    <KioskButton icon="language" layout="above" on_press={() => set_language(other)}>
      <span lang={other}>{name}</span>
    </KioskButton>
  );
}

function StopButton(): ReactElement {
  const say = useSay();
  const { station, view } = useStation();
  const asks_first = view.screen === 'interview' || view.screen === 'ringing';
  const press = () => {
    if (asks_first) station.open_overlay('stop');
    else if (view.screen === 'called') void station.withdraw();
    else station.home();
  };
  return (
    <KioskButton icon="stop" layout="above" tone="danger" on_press={press}>
      {say('kiosk.bar.stop')}
    </KioskButton>
  );
}
