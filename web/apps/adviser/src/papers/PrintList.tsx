// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { Badge, Button, type Tone } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from '../call/from_home.ts';
import type { InterviewRoom } from '../call/interview_room.ts';
import { is_over, type TrayPrint } from './tray_model.ts';

/** Every print of the interview with its true state. */
export function PrintList({ room, prints }: { room: InterviewRoom; prints: TrayPrint[] }): ReactElement | null {
  const say = useSay();
  const from_home = useFromHome();
  if (prints.length === 0) return null;
  return (
    <ul className={styles.prints} aria-live="polite" aria-label={say(from_home ? 'adviser.given' : 'adviser.prints')}>
      {[...prints].reverse().map((print) => (
        <li key={print.command_id} className={styles.print}>
          <span className={styles.print_name}>{print.name}</span>
          <Badge tone={tone_of(print)}>{say(given_words(from_home, print) ?? `adviser.print_state.${print.step}`)}</Badge>
          {is_over(print) ? null : (
            <Button size="small" tone="quiet" icon="close" label={say(from_home ? 'adviser.give_cancel' : 'adviser.print_cancel', { name: print.name })} on_press={() => room.cancel_print(print.command_id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** At home a document is saved, not printed. */
function given_words(from_home: boolean, { step }: TrayPrint): MessageKey | null {
  if (!from_home) return null;
  if (step === 'completed') return 'adviser.given_state.completed';
  return step === 'sending' ? 'adviser.given_state.sending' : null;
}

function tone_of(print: TrayPrint): Tone {
  switch (print.step) {
    case 'completed':
      return 'good';
    case 'sending':
    case 'waiting':
    case 'deciding':
    case 'printing':
      return 'neutral';
    case 'failed':
    case 'not_accepting':
    case 'unknown_outcome':
      return 'danger';
    default:
      return 'attention';
  }
}
