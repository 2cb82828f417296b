// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { KioskButton } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useStation } from '../use_station.tsx';

export interface BellButtonProps {
  layout?: 'beside' | 'above';
  tone?: 'plain' | 'primary';
}

/** Calls somebody from the front desk, and says what became of it. */
export function BellButton({ layout = 'beside', tone = 'plain' }: BellButtonProps): ReactElement {
  const say = useSay();
  const { station, view } = useStation();
  const bell = view.known?.bell ?? 'silent';
  const rings = bell === 'ringing' || view.bell_sounded;
  const called = rings || bell === 'answered';
  const words: MessageKey = rings ? 'kiosk.bar.bell_ringing' : bell === 'answered' ? 'kiosk.bar.bell_answered' : 'kiosk.bar.bell';
  return (
    <KioskButton icon="bell" layout={layout} tone={called ? 'plain' : tone} pressed={called} on_press={() => void station.ring_bell()}>
      {say(words)}
    </KioskButton>
  );
}
