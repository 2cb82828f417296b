// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Countdown, KioskButton } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { is_calmest } from '../model/comfort.ts';
import { goes_home_when_idle } from '../model/visit.ts';
import { useStation } from '../use_station.tsx';
import { Overlay } from './Overlay.tsx';

/** The last part of the idle time is a question with a visible countdown. */
const longest_question_s = 15;

/** Goes back to the first screen when nobody touches anything; never while somebody waits or talks. */
export function IdleWatch(): ReactElement | null {
  const say = useSay();
  const { station, view } = useStation();
  const { screen, known, comfort, overlay } = view;
  const touched_start = screen === 'start' && (!is_calmest(comfort) || overlay !== null);
  const watches = goes_home_when_idle(screen) || touched_start;
  const idle_s = known?.idle_seconds ?? 60;
  const question_s = Math.min(longest_question_s, Math.floor(idle_s / 2));
  const asks = useIdle(watches, (idle_s - question_s) * 1000, screen);
  useEffect(() => {
    if (asks) station.speak('still_there');
  }, [asks, station]);
  if (!asks) return null;
  return (
    <Overlay
      title={say('kiosk.idle.title')}
      alert
      actions={
        <KioskButton icon="check" tone="primary" autofocus on_press={() => undefined}>
          {say('kiosk.idle.yes')}
        </KioskButton>
      }
    >
      <Countdown seconds={question_s} label={say('kiosk.idle.countdown')} on_end={() => station.home()} />
    </Overlay>
  );
}

/** True once nothing was touched for so long; any touch or key makes it false. */
function useIdle(watches: boolean, after_ms: number, place: string): boolean {
  const [idle, set_idle] = useState(false);
  useEffect(() => {
    set_idle(false);
    if (!watches) return;
    let timer = setTimeout(() => set_idle(true), after_ms);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(() => set_idle(true), after_ms);
    };
    // The question goes away when the finger is lifted, so that the touch does not fall on what is below.
    const lifted = () => {
      touched();
      set_idle(false);
    };
    const options = { capture: true, passive: true };
    window.addEventListener('pointerdown', touched, options);
    window.addEventListener('click', lifted, options);
    window.addEventListener('keyup', lifted, options);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', touched, options);
      window.removeEventListener('click', lifted, options);
      window.removeEventListener('keyup', lifted, options);
    };
  }, [watches, after_ms, place]);
  return idle && watches;
}
