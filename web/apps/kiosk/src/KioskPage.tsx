// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { useEffect, type ReactElement } from 'react';
import { Bar } from './frame/Bar.tsx';
import { Caption } from './frame/Caption.tsx';
import { IdleWatch } from './frame/IdleWatch.tsx';
import { InPersonDialog } from './frame/InPersonDialog.tsx';
import { StopDialog } from './frame/StopDialog.tsx';
import styles from './frame/frame.module.css';
import type { Screen } from './model/visit.ts';
import { useStation } from './use_station.tsx';
import { BodiesScreen } from './views/BodiesScreen.tsx';
import { CalledScreen } from './views/CalledScreen.tsx';
import { FarewellScreen } from './views/FarewellScreen.tsx';
import { InterviewScreen } from './views/InterviewScreen.tsx';
import { NotOpenScreen } from './views/NotOpenScreen.tsx';
import { NotReachedScreen } from './views/NotReachedScreen.tsx';
import { OpeningScreen, OutOfOrderScreen } from './views/OutOfOrderScreen.tsx';
import { PairingScreen } from './views/PairingScreen.tsx';
import { RehearsalScreen } from './views/RehearsalScreen.tsx';
import { RingingScreen } from './views/RingingScreen.tsx';
import { StartScreen } from './views/StartScreen.tsx';

const screens: Record<Screen, () => ReactElement | null> = {
  opening: OpeningScreen,
  out_of_order: OutOfOrderScreen,
  pairing: PairingScreen,
  start: StartScreen,
  bodies: BodiesScreen,
  not_open: NotOpenScreen,
  rehearsal: RehearsalScreen,
  ringing: RingingScreen,
  called: CalledScreen,
  interview: InterviewScreen,
  not_reached: NotReachedScreen,
  farewell: FarewellScreen,
};

const without_bar: ReadonlySet<Screen> = new Set<Screen>(['opening', 'pairing']);

/** The kiosk: one screen at a time, help at the bottom of each, and nothing left of the person before. */
export function KioskPage(): ReactElement {
  const say = useSay();
  const { view } = useStation();
  usePersonsChoices();
  const { screen } = view;
  const Screen = screens[screen];
  useEffect(() => {
    document.title = say('kiosk.title');
  }, [say]);
  return (
    <div className={styles.frame} data-screen={screen}>
      <main className={styles.main}>
        <Screen />
      </main>
      <Caption />
      {without_bar.has(screen) ? null : <Bar />}
      <IdleWatch />
      <InPersonDialog />
      <StopDialog />
    </div>
  );
}

/** Language, text size: known to the whole page, and back to what they were for the next person. */
function usePersonsChoices(): void {
  const { station, view } = useStation();
  const { language, set_language } = useLanguage();
  const { visitor, comfort } = view;
  useEffect(() => station.set_language(language), [station, language]);
  useEffect(() => set_language('fr'), [visitor, set_language]);
  useEffect(() => {
    if (comfort.text === 'normal') delete document.documentElement.dataset['text'];
    else document.documentElement.dataset['text'] = comfort.text;
  }, [comfort.text]);
}
