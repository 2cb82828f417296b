// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Notice, useShortcut } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { TrayScan } from './tray_model.ts';

interface AskPanelProps {
  room: InterviewRoom;
  scan: TrayScan | null;
  granted: boolean;
}

/** Somebody at home has no scanner: they are asked for a photo or a file, and see each page before it comes. */
export function AskPanel({ room, scan, granted }: AskPanelProps): ReactElement {
  const say = useSay();
  const asking = scan?.step === 'ordered' || scan?.step === 'running';
  const ask = () => room.scan({ source: 'flatbed', resolution: 200, colour: 'colour' });
  useShortcut({ keys: 'Enter', label: say('adviser.ask.start'), run: ask, enabled: !asking && granted });
  return (
    <div className={styles.stack}>
      <p>{say('adviser.ask.detail')}</p>
      {scan?.step === 'failed' ? (
        <Notice tone="attention" live>
          {say('adviser.ask.failed', { status: scan.failure ?? '' })}
        </Notice>
      ) : null}
      {asking ? (
        <>
          <Notice live>{say('adviser.ask.waiting')}</Notice>
          <Button icon="stop" on_press={() => room.cancel_scan()} stretch>
            {say('adviser.ask.cancel')}
          </Button>
        </>
      ) : (
        <Button tone="primary" size="large" icon="paper" disabled={!granted} on_press={ask} stretch>
          {say('adviser.ask.start')}
        </Button>
      )}
    </div>
  );
}
