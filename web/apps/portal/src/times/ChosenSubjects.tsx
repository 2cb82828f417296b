// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { Go } from '../Way.tsx';
import type { MotiveCard } from '../wire.ts';
import { useWords } from '../words.ts';

/** The server's own limit. */
const most_subjects = 5;

/** What the appointment is about and how long it takes; one may add what the same body answers as well. */
export function ChosenSubjects({ counter, chosen }: { counter: Counter; chosen: readonly MotiveCard[] }): ReactElement | null {
  const { say, plain } = useWords();
  const [adding, set_adding] = useState(false);
  const { network, site_id: site } = counter;
  const [first] = chosen;
  if (!first) return null;
  const ids = chosen.map((one) => one.motive_id);
  const body = network.bodies.find((one) => one.partner_id === first.partner_id);
  const others = network.motives.filter((one) => one.partner_id === first.partner_id && !ids.includes(one.motive_id));
  const may_add = others.length > 0 && chosen.length < most_subjects;
  const minutes = chosen.reduce((sum, one) => sum + one.duration_minutes, 0);

  return (
    <section className={styles.section} aria-labelledby="chosen">
      <div className={styles.duration}>
        <h2 id="chosen" className={styles.quiet_heading}>
          {say('portal.subjects.duration', { minutes })}
        </h2>
        {may_add && !adding ? (
          <Button tone="quiet" icon="plus" on_press={() => set_adding(true)}>
            {say('portal.subjects.add')}
          </Button>
        ) : null}
      </div>
      {chosen.length > 1 ? (
        <ul className={styles.plain_list}>
          {chosen.map((one) => (
            <li key={one.motive_id} className={styles.chosen}>
              <span>{plain(one.label)}</span>
              <Go to={{ view: 'times', site, motives: ids.filter((id) => id !== one.motive_id) }} look="quiet" icon="close">
                {say('portal.subjects.remove')} <span className={styles.spoken_only}>{plain(one.label)}</span>
              </Go>
            </li>
          ))}
        </ul>
      ) : null}
      {may_add && adding ? (
        <>
          <p>{say('portal.subjects.same_body', { name: body ? plain(body.name) : '', acronym: body?.acronym ?? '' })}</p>
          <ul className={styles.cards}>
            {others.map((one) => (
              <li key={one.motive_id}>
                <Go to={{ view: 'times', site, motives: [...ids, one.motive_id] }} className={styles.row}>
                  <span className={styles.strong}>{plain(one.label)}</span>
                  <Icon name="plus" />
                </Go>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
