// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Icon, KioskButton } from '@parvis/ui';
import { useEffect, type ReactElement } from 'react';
import { live_interview } from '../model/known.ts';
import { body_name } from '../model/when.ts';
import { useStation } from '../use_station.tsx';
import { start_ring_tone } from '../voice/ring_tone.ts';
import styles from './views.module.css';

/** An adviser calls: nothing opens before the citizen touches. */
export function CalledScreen(): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { station, view } = useStation();
  const interview = live_interview(view.known);
  const turn = view.known?.queue.turn;
  useEffect(start_ring_tone, []);
  return (
    <div className={styles.called}>
      <span className={styles.ringing}>
        <Icon name="phone" size="huge" />
      </span>
      <h1>{interview?.adviser_name ? say('kiosk.called.title', { name: interview.adviser_name }) : say('kiosk.called.title_plain')}</h1>
      {interview ? <p className={styles.fact}>{body_name(interview.partner, language)}</p> : null}
      {turn ? <p className={styles.fact}>{say('kiosk.queue.turn', { number: turn.number })}</p> : null}
      <p className={styles.lead}>{say('kiosk.called.detail')}</p>
      <div className={styles.answers}>
        <KioskButton icon="phone" tone="primary" on_press={() => void station.answer_call()}>
          {say('kiosk.called.answer')}
        </KioskButton>
        <KioskButton icon="phone_down" on_press={() => void station.withdraw()}>
          {say('kiosk.called.not_now')}
        </KioskButton>
      </div>
    </div>
  );
}
