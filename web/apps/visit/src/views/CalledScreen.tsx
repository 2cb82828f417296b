// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, start_chime } from '@parvis/ui';
import { useEffect, type ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import { useWords } from '../words.ts';

/** Two soft notes every three seconds, until somebody answers. */
const ring = { notes_hz: [523, 659], step_s: 0.35, loudness: 0.25, again_after_ms: 3_000 };

/** The adviser calls: nothing begins before the citizen touches. */
export function CalledScreen({ station, view }: { station: Station; view: StationView }): ReactElement | null {
  const words = useWords(view.visit);
  const { say } = words;
  useEffect(() => start_chime(ring), []);
  const { interview } = view;
  if (!interview) return null;
  return (
    <div className={styles.called} role="status">
      <span className={styles.ringing}>
        <Icon name="phone" size="huge" />
      </span>
      <p className={styles.position}>{interview.adviser_name === undefined ? say('visit.called.somebody') : say('visit.called.by', { name: interview.adviser_name })}</p>
      <p className={styles.lead}>{words.plain(interview.partner.name)}</p>
      <Button tone="primary" size="large" stretch icon="phone" autofocus on_press={() => void station.answer_call()}>
        {say('visit.called.answer')}
      </Button>
      <Button size="large" stretch icon="phone_down" on_press={() => void station.not_now()}>
        {say('visit.called.not_now')}
      </Button>
    </div>
  );
}
