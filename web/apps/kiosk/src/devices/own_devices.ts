// SPDX-License-Identifier: EUPL-1.2
// The kiosk's camera and microphone, open only between a touch (or the mediator's act) and the end of the visit.
import { list_devices, open_camera_and_microphone, type DeviceFailure, type OpenedDevices } from '@parvis/call';
import type { DeviceState } from '../wire.ts';

export interface PageDevices {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
  readonly loudspeaker: DeviceState;
}

const reasons: Record<DeviceFailure, DeviceState['reasons']> = {
  not_allowed: ['access_denied'],
  insecure_page: ['access_denied'],
  not_found: [],
  busy: ['io_error'],
  failed: ['io_error'],
};

function state_of(track: MediaStreamTrack | null, failure: DeviceFailure | null): DeviceState {
  if (track) return { state: 'ready', reasons: [], model: track.label, detail: '' };
  const state = failure === 'not_found' || failure === null ? 'absent' : 'attention';
  return { state, reasons: failure ? reasons[failure] : [], model: '', detail: failure ?? '' };
}

function presence(devices: readonly MediaDeviceInfo[]): DeviceState {
  const first = devices[0];
  return { state: first ? 'ready' : 'absent', reasons: [], model: first?.label ?? '', detail: '' };
}

export class OwnDevices {
  private opened_: OpenedDevices | null = null;
  private opening_: Promise<OpenedDevices> | null = null;
  private readonly on_change_: () => void;
  private readonly report_: (devices: PageDevices) => void;

  constructor(on_change: () => void, report: (devices: PageDevices) => void) {
    this.on_change_ = on_change;
    this.report_ = report;
  }

  /** Null while closed or opening. */
  get opened(): OpenedDevices | null {
    return this.opened_;
  }

  /** Opens both once; later calls wait for the same opening. */
  async open(): Promise<OpenedDevices> {
    if (this.opened_) return this.opened_;
    const opening = (this.opening_ ??= open_camera_and_microphone());
    const opened = await opening;
    if (this.opening_ !== opening) {
      // Closed meanwhile: nobody wants to be seen any more.
      stop(opened);
      return { ...opened, audio: null, video: null };
    }
    if (this.opened_ === null) {
      this.opened_ = opened;
      this.on_change_();
      void this.tell();
    }
    return opened;
  }

  close(): void {
    if (this.opened_) stop(this.opened_);
    this.opened_ = null;
    this.opening_ = null;
    this.on_change_();
  }

  /** Reports what is there; without an open camera, what the browser lists. */
  async tell(): Promise<void> {
    const listed = await list_devices();
    listed.stop();
    const { cameras, microphones, loudspeakers } = listed;
    const opened = this.opened_;
    this.report_({
      camera: opened ? state_of(opened.video, opened.video_failure) : presence(cameras),
      microphone: opened ? state_of(opened.audio, opened.audio_failure) : presence(microphones),
      loudspeaker: presence(loudspeakers),
    });
  }
}

function stop({ audio, video }: OpenedDevices): void {
  audio?.stop();
  video?.stop();
}
