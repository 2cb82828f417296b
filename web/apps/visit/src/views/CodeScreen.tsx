// SPDX-License-Identifier: EUPL-1.2
import { Button, Field, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { Station, StationView } from '../station.ts';
import styles from '../visit.module.css';
import { useWords } from '../words.ts';

/** No code in the address, or one that opens nothing. */
export function CodeScreen({ station, view }: { station: Station; view: StationView }): ReactElement {
  const words = useWords(null);
  const { say } = words;
  const [typed, set_typed] = useState(view.code ?? '');
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        void station.open(typed.trim());
      }}
    >
      {view.problem ? (
        <Notice tone="attention" live>
          {words.problem(view.problem)}
        </Notice>
      ) : null}
      <p className={styles.lead}>{say('visit.code.lead')}</p>
      <Field label={say('visit.code.label')} value={typed} on_change={set_typed} />
      <Button type="submit" tone="primary" size="large" stretch icon="arrow_right" pending={view.busy} disabled={typed.trim() === ''}>
        {say('visit.code.open')}
      </Button>
    </form>
  );
}
