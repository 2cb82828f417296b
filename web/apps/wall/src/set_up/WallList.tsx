// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, show_toast, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from './set_up.module.css';

type WallView = components['schemas']['WallView'];

/** Screens that may be opened; one that is lost or thrown away is taken back. */
export function WallList({ walls, on_change }: { walls: WallView[] | null; on_change(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const revoke = async (wall_id: string) => {
    const done = await ask(http.DELETE('/api/v1/walls/{wall_id}', { params: { path: { wall_id } } }));
    if (done.ok) show_toast({ tone: 'good', title: say('wall.setup.revoked') });
    else show_toast({ tone: 'danger', title: problem_text(done.error) });
    on_change();
  };
  return (
    <Card title={say('wall.setup.list')}>
      {walls?.length === 0 ? <p className={styles.detail}>{say('wall.setup.none')}</p> : null}
      <ul className={styles.walls}>
        {walls?.map((wall) => (
          <li key={wall.wall_id} className={styles.one}>
            <div>
              <strong>{wall.name}</strong>
              <div className={styles.detail}>{say('wall.setup.made', { when: day_and_time(wall.made_at, language) })}</div>
            </div>
            <Button size="small" tone="danger" icon="close" label={say('wall.setup.revoke_named', { name: wall.name })} on_press={() => void revoke(wall.wall_id)}>
              {say('wall.setup.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
