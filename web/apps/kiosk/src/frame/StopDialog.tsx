// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useStation } from '../use_station.tsx';
import { Overlay } from './Overlay.tsx';

/** One question before a conversation, or the waiting for one, ends. */
export function StopDialog(): ReactElement | null {
  const say = useSay();
  const { station, view } = useStation();
  if (view.overlay !== 'stop') return null;
  const close = () => station.open_overlay(null);
  return (
    <Overlay
      title={say('kiosk.stop.title')}
      alert
      on_close={close}
      actions={
        <>
          <KioskButton icon="arrow_left" tone="primary" on_press={close}>
            {say('kiosk.stop.keep')}
          </KioskButton>
          <KioskButton icon="stop" tone="danger" on_press={() => void station.stop()}>
            {say('kiosk.stop.yes')}
          </KioskButton>
        </>
      }
    >
      <p>{say(view.screen === 'interview' ? 'kiosk.stop.running' : 'kiosk.stop.waiting')}</p>
    </Overlay>
  );
}
