// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Dialog, Notice, useProblemText } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../network.module.css';
import { outcome_tones, useSelfTest, worst_outcome, type SelfTestResult } from './self_test.ts';

type Kiosk = components['schemas']['KioskRow'];
type Check = components['schemas']['SelfTestCheck'];

const known_checks = ['scanner', 'printer', 'disk_space', 'clock'] as const;

/** What the kiosk's last self-test found; the technician has it done again from afar. */
export function SelfTestDialog({ kiosk, on_close }: { kiosk: Kiosk; on_close(): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const { running, result, problem, unanswered, start } = useSelfTest(kiosk.kiosk_id, kiosk.self_test ?? null);
  return (
    <Dialog
      title={say('network.self_test_title', { kiosk: kiosk.name })}
      is_open
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('ui.close')}</Button>
          <Button tone="primary" icon="check" pending={running} on_press={start}>
            {say('network.self_test_start')}
          </Button>
        </>
      }
    >
      <div className={styles.stack} aria-live="polite">
        {problem ? <Notice tone="danger">{problem_text(problem)}</Notice> : null}
        {unanswered ? <Notice tone="danger">{say('network.self_test_unanswered')}</Notice> : null}
        {running ? <p>{say('network.self_test_running')}</p> : null}
        {!running && result ? (
          <>
            <p>{say('network.self_test_at', { when: day_and_time(result.finished_at, language) })}</p>
            <table className={styles.table}>
              <tbody>
                {result.report.checks.map((check) => (
                  <CheckRow key={check.name} check={check} />
                ))}
              </tbody>
            </table>
          </>
        ) : null}
        {!running && !result ? <p>{say('network.self_test_none')}</p> : null}
      </div>
    </Dialog>
  );
}

/** What Parvis itself has to say; drivers and printers speak in their own words. */
const explanations = {
  disk_space: { warning: 'network.check_why.disk_soon_full', failed: 'network.check_why.disk_full' },
  clock: { warning: 'network.check_why.clock_alone', failed: 'network.check_why.clock_wrong' },
} as const;

function CheckRow({ check }: { check: Check }): ReactElement {
  const say = useSay();
  const { outcome, detail } = check;
  const name = known_checks.find((known) => known === check.name);
  const why = outcome !== 'passed' && (name === 'disk_space' || name === 'clock') ? explanations[name][outcome] : null;
  return (
    <tr>
      <th scope="row">{name ? say(`network.check.${name}`) : check.name}</th>
      <td className={styles.word}>
        <Badge tone={outcome_tones[outcome]}>{say(`network.check_outcome.${outcome}`)}</Badge>
      </td>
      <td>
        {why ? say(why) : check.reasons.map((reason) => say(`ui.device.reason.${reason}`)).join(', ')}
        {outcome !== 'passed' && name !== 'clock' ? <div className={styles.code}>{detail}</div> : null}
      </td>
    </tr>
  );
}

/** The last self-test in the list of kiosks: its worst outcome and when it was. */
export function SelfTestWord({ result }: { result: SelfTestResult }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const outcome = worst_outcome(result);
  return (
    <>
      <Badge tone={outcome_tones[outcome]}>{say(`network.check_outcome.${outcome}`)}</Badge>{' '}
      <span className={styles.soft}>{day_and_time(result.finished_at, language)}</span>
    </>
  );
}
