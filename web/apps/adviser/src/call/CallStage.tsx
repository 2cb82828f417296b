// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Notice, show_toast, useProblemText } from '@parvis/ui';
import { startTransition, useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { UnsentBook } from '../close/unsent_book.ts';
import type { AdviserInterview, KioskView, LineView, TicketView } from '../console_model.ts';
import { Waited } from '../lobby/RingList.tsx';
import type { OwnDevices } from '../own_devices.ts';
import type { Signals } from '../use_console.ts';
import { CallScreen } from './CallScreen.tsx';
import { is_from_home } from './from_home.ts';
import { InterviewRoom } from './interview_room.ts';

export interface CallStageProps {
  interview: AdviserInterview;
  link: LinkClient;
  signals: Signals;
  devices: OwnDevices;
  book: UnsentBook;
  kiosk: KioskView | null;
  /** The queue behind this conversation. */
  lines: readonly LineView[];
  held: TicketView | null;
}

/** Waits while a called kiosk has not answered; then holds the conversation. */
export function CallStage(props: CallStageProps): ReactElement {
  const { interview, devices } = props;
  const { opened, opening, open } = devices;
  useEffect(() => {
    if (!opened && !opening) open();
  }, [opened, opening, open]);
  if (interview.state === 'calling') return <Calling {...props} />;
  return <Talking {...props} />;
}

function Calling({ interview, link }: CallStageProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const from_home = is_from_home(interview);
  const cancel = async () => {
    const done = await link.send('cancel_call', { interview_id: interview.interview_id });
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  return (
    <div className={styles.calling} role="status">
      <p className={styles.big}>{from_home ? say('adviser.calling_home') : say('adviser.calling', { site: interview.site_name })}</p>
      <Waited since={interview.requested_at} />
      <p className={styles.soft}>{say(from_home ? 'adviser.calling_home_detail' : 'adviser.calling_detail')}</p>
      <Button tone="danger" icon="phone_down" on_press={() => void cancel()}>
        {say('adviser.call_cancel')}
      </Button>
    </div>
  );
}

function Talking(props: CallStageProps): ReactElement {
  const { interview, signals, devices } = props;
  const say = useSay();
  const { opened } = devices;
  const [room, set_room] = useState<InterviewRoom | null>(null);
  const ready = opened !== null;

  // One room for the whole conversation; other devices, grants and relays are handed into it.
  useLayoutEffect(() => {
    if (!opened) return;
    const made = new InterviewRoom(interview, signals, opened);
    // Drawn in small steps: the first offer leaves meanwhile, not after.
    startTransition(() => set_room(made));
    return () => {
      made.close();
      set_room(null);
    };
    // `interview` and `opened` are only the first ones: later ones come by the effects below.
  }, [interview.interview_id, signals, ready]);
  useEffect(() => {
    room?.call.set_audio(opened?.audio ?? null);
    room?.call.set_video(opened?.video ?? null);
  }, [room, opened]);
  useEffect(() => room?.renew(interview), [room, interview]);

  if (!room) return <Notice live>{say('adviser.opening_devices')}</Notice>;
  return <RoomScreen {...props} room={room} />;
}

function RoomScreen(props: CallStageProps & { room: InterviewRoom }): ReactElement {
  const view = useSyncExternalStore(props.room.subscribe, props.room.view);
  return <CallScreen {...props} view={view} />;
}
