// SPDX-License-Identifier: EUPL-1.2
import { Icon, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import type { HomeWait } from '../wire.ts';
import { useWords, type Words } from '../words.ts';
import { DeviceCheck } from './DeviceCheck.tsx';
import { WhenAndWhom } from './WhenAndWhom.tsx';

/** In the line: what is known of the wait, and nothing more. */
export function WaitingScreen({ station, view }: { station: Station; view: StationView }): ReactElement | null {
  const words = useWords(view.visit);
  const { say } = words;
  const wait = view.visit?.wait;
  if (!view.visit || !wait) return null;
  return (
    <div className={styles.column}>
      {view.cut ? (
        <Notice tone="attention" live>
          {say('visit.waiting.cut')}
        </Notice>
      ) : null}
      {view.online ? null : (
        <Notice tone="attention" icon="line_lost" live>
          {say('visit.waiting.offline')}
        </Notice>
      )}
      <div className={styles.place} role="status">
        <p className={styles.position}>{position_words(wait, words)}</p>
        {wait.position === undefined ? null : (
          <p className={styles.fact}>
            <Icon name="clock" /> {wait_words(wait, words)}
          </p>
        )}
      </div>
      <p className={styles.lead}>{say('visit.waiting.detail')}</p>
      <WhenAndWhom visit={view.visit} />
      <DeviceCheck station={station} view={view} />
    </div>
  );
}

function position_words({ state, position }: HomeWait, { say }: Words): string {
  if (state === 'called' || state === 'in_interview') return say('visit.waiting.called');
  if (state === 'parked') return say('visit.waiting.parked');
  return position === undefined || position === 1 ? say('visit.waiting.next') : say('visit.waiting.ahead', { ahead: position - 1 });
}

function wait_words({ wait, expected_at }: HomeWait, { say, hour }: Words): string {
  if (expected_at !== undefined) return say('visit.waiting.expected', { at: hour(expected_at) });
  if (wait?.from_minutes === undefined || wait.to_minutes === undefined) {
    return say(wait?.unknown === 'nobody_on_duty' ? 'visit.waiting.nobody' : 'visit.waiting.unknown');
  }
  return say('visit.waiting.between', { from: wait.from_minutes, to: wait.to_minutes });
}
