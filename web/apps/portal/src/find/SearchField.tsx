// SPDX-License-Identifier: EUPL-1.2
import { announce, Button, Field, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { useWords } from '../words.ts';

type Locating = 'idle' | 'asking' | 'refused';

/** A village or a postcode, or where the telephone is. */
export function SearchField({ on_change }: { on_change(): void }): ReactElement {
  const { say } = useWords();
  const { directory, found, set_found } = usePortal();
  const [locating, set_locating] = useState<Locating>('idle');

  const locate = () => {
    set_locating('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set_locating('idle');
        on_change();
        set_found({ typed: '', chosen: null, village: null, position: { latitude: coords.latitude, longitude: coords.longitude } });
        announce(say('portal.find.sorted'));
      },
      () => set_locating('refused'),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };

  return (
    <>
      <div className={styles.search}>
        <Field
          label={say('portal.find.village_or_postcode')}
          value={found.typed}
          on_change={(typed) => {
            on_change();
            set_found((before) => ({ ...before, typed, chosen: null }));
          }}
          description={say('portal.find.village_hint', { commune: directory.counters[0]?.commune ?? 'Bretenoux' })}
          type="search"
          autocomplete="off"
        />
        {'geolocation' in navigator ? (
          <Button icon="pin" on_press={locate} pending={locating === 'asking'} size="large" stretch>
            {say('portal.find.around_me')}
          </Button>
        ) : null}
      </div>
      {locating === 'refused' ? (
        <Notice tone="attention" live>
          {say('portal.find.no_position')}
        </Notice>
      ) : null}
    </>
  );
}
