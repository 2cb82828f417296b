// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { useStation } from '../use_station.tsx';
import styles from './frame.module.css';

/** What the kiosk's voice says, in letters, while it says it. */
export function Caption(): ReactElement {
  const say = useSay();
  const { view } = useStation();
  return (
    <div className={styles.caption} role="status" aria-label={say('kiosk.caption')} data-speaking={view.caption !== null || undefined}>
      {view.caption ? (
        <p>
          <Icon name="volume" /> {view.caption.text}
        </p>
      ) : null}
    </div>
  );
}
