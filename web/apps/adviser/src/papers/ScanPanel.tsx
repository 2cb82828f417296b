// SPDX-License-Identifier: EUPL-1.2
import type { ColourMode, ScanOptions, ScanResolution, ScanSource } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, device_word, Notice, RadioGroup, useShortcut, type DeviceReport } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { InterviewRoom } from '../call/interview_room.ts';
import type { TrayScan } from './tray_model.ts';

const sources: readonly ScanSource[] = ['flatbed', 'feeder', 'feeder_both_sides'];
const resolutions: readonly ScanResolution[] = [150, 200, 300, 600];
const colours: readonly ColourMode[] = ['grey', 'colour'];

interface ScanPanelProps {
  room: InterviewRoom;
  scan: TrayScan | null;
  granted: boolean;
  report: DeviceReport | null;
}

/** Orders the kiosk's scanner. The citizen sees each page before it comes. */
export function ScanPanel({ room, scan, granted, report }: ScanPanelProps): ReactElement {
  const say = useSay();
  const [options, set_options] = useState<ScanOptions>({ source: 'flatbed', resolution: 200, colour: 'colour' });
  const scanning = scan?.step === 'ordered' || scan?.step === 'running';
  const absent = report?.scanner.state === 'absent';
  const order = () => room.scan(options);
  useShortcut({ keys: 'Enter', label: say('adviser.scan_start'), run: order, enabled: !scanning && granted });
  return (
    <div className={styles.stack}>
      <RadioGroup
        label={say('adviser.scan.source')}
        layout="pills"
        value={options.source}
        on_change={(source) => set_options({ ...options, source })}
        choices={sources.map((value) => ({ value, label: say(`adviser.scan.source.${value}`) }))}
      />
      <div className={styles.pair}>
        <RadioGroup
          label={say('adviser.scan.resolution')}
          layout="pills"
          value={String(options.resolution)}
          on_change={(chosen) => set_options({ ...options, resolution: resolutions.find((one) => String(one) === chosen) ?? 200 })}
          choices={resolutions.map((value) => ({ value: String(value), label: String(value) }))}
        />
        <RadioGroup
          label={say('adviser.scan.colour')}
          layout="pills"
          value={options.colour}
          on_change={(colour) => set_options({ ...options, colour })}
          choices={colours.map((value) => ({ value, label: say(`adviser.colour.${value}`) }))}
        />
      </div>
      {absent && report ? <Notice tone="danger">{say('adviser.scanner_absent', { reason: say(device_word(report.scanner)) })}</Notice> : null}
      {scan?.step === 'failed' && scan.failure ? (
        <Notice tone="attention" live>
          {say('adviser.scan_failed', { status: scan.failure })}
        </Notice>
      ) : null}
      {scanning ? (
        <Button icon="stop" on_press={() => room.cancel_scan()} stretch>
          {say('adviser.scan_cancel')}
        </Button>
      ) : (
        <Button tone="primary" size="large" icon="scanner" disabled={!granted} on_press={order} stretch>
          {say('adviser.scan_start')}
        </Button>
      )}
    </div>
  );
}
