// SPDX-License-Identifier: EUPL-1.2
import { Button, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import { useWords, type Words } from '../words.ts';
import { DeviceCheck } from './DeviceCheck.tsx';
import { WhenAndWhom } from './WhenAndWhom.tsx';

/** Nobody can be joined from here now: too early, too late, elsewhere, over, or on another device. */
export function OtherScreen({ station, view }: { station: Station; view: StationView }): ReactElement {
  const words = useWords(view.visit);
  const { say } = words;
  const { screen, visit } = view;
  return (
    <div className={styles.column}>
      <Notice tone={screen === 'early' ? 'neutral' : 'attention'} live>
        {sentence(view, words)}
      </Notice>
      {screen === 'replaced' ? (
        <Button tone="primary" size="large" stretch icon="start_again" on_press={() => station.take_back()}>
          {say('visit.replaced.here')}
        </Button>
      ) : visit ? (
        <WhenAndWhom visit={visit} />
      ) : null}
      {screen === 'early' ? <DeviceCheck station={station} view={view} /> : null}
      {screen === 'early' || screen === 'replaced' ? null : (
        <a className={styles.way} href="/portal/?step=mine">
          {say('visit.to_portal')}
        </a>
      )}
    </div>
  );
}

function sentence({ screen, visit }: StationView, { say, hour, day }: Words): string {
  switch (screen) {
    case 'early':
      return visit ? say('visit.early.detail', { at: hour(visit.opens_at), day: day(visit.opens_at) }) : '';
    case 'late':
      return say('visit.late.detail');
    case 'elsewhere':
      return say('visit.elsewhere.detail', { door: visit?.appointment.door ?? 'kiosk', place: visit?.appointment.place?.name ?? '' });
    case 'replaced':
      return say('visit.replaced.detail');
    default:
      return visit?.wait && visit.wait.message !== '' ? say('visit.over.closed', { message: visit.wait.message }) : say('visit.over.detail', { state: visit?.appointment.state ?? '' });
  }
}
