// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Badge, type IconName, type Tone } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import type { Telling } from '../wire.ts';

const look_every_ms = 2_000;
const under_way: readonly Telling['state'][] = ['queued', 'failing'];
const tones: Record<Telling['state'], Tone> = { queued: 'neutral', sent: 'good', failing: 'attention', given_up: 'danger', not_offered: 'neutral', no_mobile: 'neutral' };
const icons: Record<Telling['state'], IconName> = { queued: 'clock', sent: 'check', failing: 'warning', given_up: 'error', not_offered: 'information', no_mobile: 'information' };

/** Whether the e-mail or the text message with all this has left, for each address that they left. */
export function Tellings({ appointment_id }: { appointment_id: string }): ReactElement | null {
  const say = useSay();
  const [tellings, set] = useState<readonly Telling[] | null>(null);
  const settled = tellings !== null && !tellings.some((one) => under_way.includes(one.state));
  useEffect(() => {
    if (settled) return;
    let wanted = true;
    const look = async () => {
      const answer = await ask(http.GET('/api/v1/appointments/{appointment_id}/messages', { params: { path: { appointment_id } } }));
      if (wanted && answer.ok) set(answer.value.tellings);
    };
    void look();
    const timer = setInterval(() => void look(), look_every_ms);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [appointment_id, settled]);
  if (tellings === null || tellings.length === 0) return null;
  return (
    <div className={styles.states} role="status">
      {tellings.map(({ channel, state, explanation }) => (
        <span key={channel} className={styles.states}>
          <Badge tone={tones[state]} icon={icons[state]}>
            {state === 'no_mobile' ? say('desk.telling.no_mobile') : say(`desk.telling.${channel}.${state}`)}
          </Badge>
          {explanation ? <span className={styles.soft}>{explanation}</span> : null}
        </span>
      ))}
    </div>
  );
}
