// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import type { ReactElement } from 'react';
import styles from './wall.module.css';
import { call_key, type WallCall } from './wall_model.ts';

const last_call = 3;
const shown_besides = 3;

/** The newest call, as big as the screen allows; earlier ones below it. Nobody is called: how it works here. */
export function Calls({ calls }: { calls: readonly WallCall[] }): ReactElement {
  const say = useSay();
  const [newest, ...others] = calls;
  return (
    <section className={newest ? styles.called : styles.quiet} aria-live="assertive" aria-label={say('wall.called')}>
      {newest ? (
        <>
          <Newest key={call_key(newest)} call={newest} />
          {others.length > 0 ? (
            <ul className={styles.others} aria-label={say('wall.also_called')}>
              {others.slice(0, shown_besides).map((call) => (
                <li key={call_key(call)}>{say('wall.also', { number: call.number, kiosk: call.kiosk_name })}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : (
        <>
          <p className={styles.welcome}>{say('wall.welcome')}</p>
          <p className={styles.welcome_detail}>{say('wall.welcome_detail')}</p>
          <p className={styles.welcome_first}>{say('wall.welcome_first')}</p>
        </>
      )}
    </section>
  );
}

function Newest({ call }: { call: WallCall }): ReactElement {
  const say = useSay();
  return (
    <div className={styles.newest}>
      <p className={styles.label}>
        {say('wall.called_number')}
        {call.calls > 1 ? <strong className={styles.again}>{say(call.calls >= last_call ? 'wall.again.last' : 'wall.again')}</strong> : null}
      </p>
      <p className={call.number > 99 ? styles.long_number : styles.number}>{call.number}</p>
      <p className={styles.label}>{say('wall.go_to')}</p>
      <p className={styles.where}>{call.kiosk_name}</p>
      <p className={styles.room}>{call.room}</p>
    </div>
  );
}
