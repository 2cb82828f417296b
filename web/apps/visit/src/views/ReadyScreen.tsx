// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import { useWords } from '../words.ts';
import { DeviceCheck } from './DeviceCheck.tsx';
import { WhenAndWhom } from './WhenAndWhom.tsx';

/** The hour has nearly come: a look at the camera, and "I am there". */
export function ReadyScreen({ station, view }: { station: Station; view: StationView }): ReactElement | null {
  const words = useWords(view.visit);
  const { say } = words;
  if (!view.visit) return null;
  const { papers } = view.visit.appointment;
  return (
    <div className={styles.column}>
      {view.problem ? (
        <Notice tone="attention" live>
          {words.problem(view.problem)}
        </Notice>
      ) : null}
      <WhenAndWhom visit={view.visit} />
      <DeviceCheck station={station} view={view} />
      {papers.length > 0 ? (
        <section className={styles.section} aria-labelledby="papers">
          <h2 id="papers">{say('visit.ready.papers')}</h2>
          <ul className={styles.papers}>
            {papers.map((paper) => (
              <li key={paper.fr}>
                <Icon name="paper" /> {words.plain(paper)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Button tone="primary" size="large" stretch icon="check" pending={view.busy} on_press={() => void station.arrive()}>
        {say('visit.ready.here')}
      </Button>
      <p className={styles.soft}>{say('visit.ready.detail')}</p>
    </div>
  );
}
