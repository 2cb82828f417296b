// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useStation } from '../use_station.tsx';
import { BellButton } from './BellButton.tsx';
import { Overlay } from './Overlay.tsx';
import { PlaceCard } from './PlaceCard.tsx';

/** The other ways: somebody of the place, its hours, the telephone. */
export function InPersonDialog(): ReactElement | null {
  const say = useSay();
  const { station, view } = useStation();
  if (view.overlay !== 'in_person') return null;
  const close = () => station.open_overlay(null);
  return (
    <Overlay
      title={say('kiosk.in_person.title')}
      on_close={close}
      actions={
        <>
          <KioskButton icon="arrow_left" on_press={close}>
            {say('kiosk.in_person.close')}
          </KioskButton>
          <BellButton tone="primary" />
        </>
      }
    >
      <p>{say('kiosk.in_person.intro')}</p>
      <p>{say('kiosk.in_person.mediator')}</p>
      <PlaceCard />
    </Overlay>
  );
}
