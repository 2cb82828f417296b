// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay, type MessageKey } from '@parvis/i18n';
import { Button, DeviceStates, Notice, show_toast, TabPanel, Tabs, useShortcut, useShownStream, type DeviceReport } from '@parvis/ui';
import { memo, useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { Waited } from '../lobby/RingList.tsx';
import { AskPanel } from '../papers/AskPanel.tsx';
import { DocumentPanel } from '../papers/DocumentPanel.tsx';
import { ScanPanel } from '../papers/ScanPanel.tsx';
import { TrayList } from '../papers/TrayList.tsx';
import type { TrayScan } from '../papers/tray_model.ts';
import { CallControls } from './CallControls.tsx';
import type { CallStageProps } from './CallStage.tsx';
import type { InterviewRoom, RoomView } from './interview_room.ts';
import { FromHome, is_from_home, place_title, useFromHome } from './from_home.ts';
import { NotePanel } from './NotePanel.tsx';
import { LineQuality } from './LineQuality.tsx';
import { EndDialog } from '../close/EndDialog.tsx';
import { QueueStrip } from '../queue/QueueStrip.tsx';

type Panel = 'scan' | 'print' | 'note';

// The view of the room changes with every bit of progress: what does not show it is not drawn again.
const Devices = memo(DeviceStates);
const Controls = memo(CallControls);

/** The conversation on one screen: the citizen, the line, the papers. */
export function CallScreen(props: CallStageProps & { room: InterviewRoom; view: RoomView }): ReactElement {
  const { interview, book, devices, kiosk, lines, held, room, view } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [ending, set_ending] = useState(false);
  const end = useCallback(() => set_ending(true), []);
  useShortcut({ keys: 'x', label: say('adviser.end'), run: end });
  useMediaConnected(props);
  const report = view.devices ?? kiosk?.devices ?? null;
  const from_home = is_from_home(interview);
  useRefusals(view, from_home);
  return (
    <FromHome value={from_home}>
      <div className={styles.call}>
        <section className={styles.meeting} aria-label={say('adviser.meeting')}>
          <div className={styles.meeting_top}>
            <header className={styles.meeting_head}>
              <div>
                <strong className={styles.big}>{place_title(interview, say)}</strong>{' '}
                <span className={styles.soft}>
                  {interview.subject_label[language]} · {interview.partner.acronym}
                </span>
              </div>
              <div className={styles.buttons}>
                <LineQuality view={view} />
                <Waited since={interview.accepted_at ?? interview.requested_at} />
              </div>
            </header>
            <QueueStrip held={held?.interview_id === interview.interview_id ? held : null} lines={lines} />
          </div>
          <RemotePicture room={room} view={view} />
          <Controls devices={devices} room={room} on_end={end} />
          {report && !from_home ? <Devices report={report} /> : null}
        </section>
        <aside className={styles.papers} aria-label={say('adviser.papers')}>
          <Panels room={room} report={report} granted={view.granted} scan={view.tray.scan} />
          <TrayList room={room} view={view} code={interview.code ?? ''} />
        </aside>
        {ending ? <EndDialog interview={interview} book={book} room={room} view={view} on_close={() => set_ending(false)} /> : null}
      </div>
    </FromHome>
  );
}

interface PanelsProps {
  room: InterviewRoom;
  report: DeviceReport | null;
  granted: boolean;
  scan: TrayScan | null;
}

const Panels = memo(function Panels({ room, report, granted, scan }: PanelsProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const [panel, set_panel] = useState<Panel>('scan');
  const scan_label = say(from_home ? 'adviser.panel.ask' : 'adviser.panel.scan');
  const print_label = say(from_home ? 'adviser.panel.give' : 'adviser.panel.print');
  useShortcut({ keys: 's', label: scan_label, run: () => set_panel('scan') });
  useShortcut({ keys: 'i', label: print_label, run: () => set_panel('print') });
  useShortcut({ keys: 't', label: say('adviser.panel.note'), run: () => set_panel('note') });
  return (
    <Tabs<Panel>
      label={say('adviser.papers')}
      selected={panel}
      on_change={set_panel}
      tabs={[
        { key: 'scan', label: scan_label, icon: from_home ? 'papers' : 'scanner' },
        { key: 'print', label: print_label, icon: from_home ? 'eye' : 'printer' },
        { key: 'note', label: say('adviser.panel.note'), icon: 'keyboard' },
      ]}
    >
      <TabPanel id="scan">
        {from_home ? <AskPanel room={room} scan={scan} granted={granted} /> : <ScanPanel room={room} scan={scan} granted={granted} report={report} />}
      </TabPanel>
      <TabPanel id="print">
        <DocumentPanel room={room} report={report} />
      </TabPanel>
      <TabPanel id="note">
        <NotePanel room={room} />
      </TabPanel>
    </Tabs>
  );
});

function RemotePicture({ room, view }: { room: InterviewRoom; view: RoomView }): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const video = useRef<HTMLVideoElement>(null);
  useShownStream(video, room.call.remote_stream);
  const hidden = view.citizen_gone || view.citizen_camera !== 'on' || view.state === 'connecting' || view.state === 'idle';
  return (
    <div className={styles.remote}>
      <video ref={video} autoPlay playsInline className={styles.remote_video} aria-label={say('adviser.citizen_picture')} />
      {hidden ? (
        <div className={styles.remote_words} role="status">
          {view.citizen_gone ? null : say(picture_words(view, from_home))}
        </div>
      ) : null}
      {view.citizen_gone ? (
        <div className={styles.remote_notice}>
          <Notice tone="attention" live title={say('adviser.ended.citizen_left')}>
            {say(from_home ? 'adviser.citizen_gone_home' : 'adviser.citizen_gone')}
          </Notice>
        </div>
      ) : view.state === 'interrupted' || view.state === 'failed' ? (
        <div className={styles.remote_notice}>
          <Notice
            tone={view.state === 'failed' ? 'danger' : 'attention'}
            live
            actions={
              <Button size="small" icon="start_again" on_press={() => room.call.restart()}>
                {say('ui.try_again')}
              </Button>
            }
          >
            {say(`adviser.line.${view.state}`)}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}

/** Why there is no picture. */
function picture_words({ state, citizen_camera }: RoomView, from_home: boolean): MessageKey {
  if (state === 'connecting' || state === 'idle') return 'adviser.connecting';
  return from_home && citizen_camera === 'none' ? 'adviser.citizen_camera.none_home' : `adviser.citizen_camera.${citizen_camera}`;
}

/** Tells the server once that both can see each other: the interview counts as held from then on. */
function useMediaConnected({ interview, link, room, view }: CallStageProps & { room: InterviewRoom; view: RoomView }): void {
  const connected = view.state === 'connected';
  useEffect(() => {
    if (!connected) return;
    performance.mark('parvis:connected');
    void link.send('media_connected', { interview_id: interview.interview_id });
  }, [connected, link, interview.interview_id, room]);
}

/** A refused order is told once, where the adviser looks. */
function useRefusals({ tray }: RoomView, from_home: boolean): void {
  const say = useSay();
  const refusal = tray.refusal;
  useEffect(() => {
    if (refusal) show_toast({ tone: 'attention', title: say(from_home ? 'adviser.refused_home' : 'adviser.refused', { reason: refusal.reason }) });
  }, [refusal, say, from_home]);
}
