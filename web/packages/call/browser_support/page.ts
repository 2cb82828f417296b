// SPDX-License-Identifier: EUPL-1.2
// The page that the browser tests open: one call over a small relay, driven from the test by `window.call_page`.
import { create_call, new_id, open_camera_and_microphone } from '../src/index.ts';
import type { Call, PaperOutcome, PaperWipe, ReceivedPaper, Side } from '../src/index.ts';

type Counted = { sha256: string; bytes: number };
async function count(content: Uint8Array<ArrayBuffer> | undefined): Promise<Counted> {
  if (content === undefined) throw new Error('no such paper');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), bytes: content.length };
}

type StartOptions = { ice_servers?: RTCIceServer[]; relay_only?: boolean; with_camera?: boolean; note_heights?: boolean };

class CallPage {
  call: Call<Side> | null = null;
  readonly states: string[] = [];
  readonly traces: string[] = [];
  readonly messages: { type: string }[] = [];
  readonly received: ReceivedPaper[] = [];
  private readonly sent = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly failures: { transfer_id: string; reason: string }[] = [];
  readonly outcomes: Record<string, PaperOutcome> = {};
  readonly moved: Record<string, number> = {};
  /** Heights of the pictures sent, as they changed. */
  readonly sent_heights: number[] = [];
  started_at = 0;
  first_frame_ms: number | null = null;
  private readonly side: Side;
  private socket: WebSocket | null = null;
  private cancels: Record<string, () => void> = {};

  constructor(side: Side) {
    this.side = side;
  }

  async start(options: StartOptions = {}): Promise<void> {
    const { with_camera = true, ice_servers = [], relay_only = false } = options;
    const devices = with_camera ? await open_camera_and_microphone() : { audio: null, video: null };
    const call: Call<Side> = create_call<Side>({
      side: this.side, polite: this.side === 'kiosk', ice_servers, relay_only, audio: devices.audio, video: devices.video,
      send_signal: (signal) => {
        if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(signal));
      },
    });
    this.call = call;
    call.on('state', (state) => this.states.push(state));
    call.on('trace', (words) => this.traces.push(`${Math.round(performance.now())} ${words}`));
    call.on('peer_replaced', () => this.traces.push('peer replaced'));
    call.control.on('message', (message) => {
      if (message.type !== 'line_report') this.messages.push(message);
    });
    call.papers.on('received', (paper) => this.received.push(paper));
    call.papers.on('incoming_failed', (failure) => this.failures.push(failure));
    call.papers.on('progress', ({ transfer_id, bytes }) => (this.moved[transfer_id] = bytes));
    const video = document.querySelector('video');
    if (video !== null) {
      video.srcObject = call.remote_stream;
      video.requestVideoFrameCallback(() => (this.first_frame_ms = performance.now() - this.started_at));
    }
    if (options.note_heights === true) setInterval(() => void this.note_sent_height(), 50);
    await this.connect();
    this.started_at = performance.now();
    call.start();
  }

  async connect(): Promise<void> {
    const socket = new WebSocket(`ws://${location.host}/${this.side}`);
    this.socket = socket;
    // As the pages do: a socket that gives no sign of life is given up, it would stay "open" for minutes after a cut.
    let heard_at = performance.now();
    const pulse = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('ping');
      if (performance.now() - heard_at > 10_000) socket.close();
      if (performance.now() - heard_at > 10_000 && this.socket === socket) void this.connect();
    }, 2000);
    socket.onmessage = ({ data }) => {
      heard_at = performance.now();
      if (data !== 'pong') this.call?.receive_signal(JSON.parse(String(data)));
    };
    socket.onclose = () => {
      clearInterval(pulse);
      if (this.socket === socket) setTimeout(() => void this.connect(), 2000);
    };
    await new Promise((resolve) => (socket.onopen = resolve));
  }

  /** Sends `bytes` of noise and returns the id at once. */
  send_noise(bytes: number): string {
    const content = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 65536) crypto.getRandomValues(content.subarray(at, Math.min(bytes, at + 65536)));
    const transfer_id = new_id();
    const paper = this.call?.papers.send({ transfer_id, name: 'noise.bin', media_type: 'application/octet-stream', bytes: content });
    if (paper === undefined) throw new Error('no call');
    this.sent.set(transfer_id, content);
    this.cancels[transfer_id] = () => paper.cancel();
    void paper.done.then((outcome) => (this.outcomes[transfer_id] = outcome));
    return transfer_id;
  }

  count_sent(transfer_id: string): Promise<Counted> {
    return count(this.sent.get(transfer_id));
  }
  count_received(transfer_id: string): Promise<Counted> {
    return count(this.received.find((paper) => paper.transfer_id === transfer_id)?.content);
  }

  /** Sends noise and gives the time from here to the confirmation of the other side. */
  async time_noise(bytes: number): Promise<{ transfer_id: string; ms: number }> {
    const begun = performance.now();
    const transfer_id = this.send_noise(bytes);
    while (this.outcomes[transfer_id] === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
    return { transfer_id, ms: performance.now() - begun };
  }

  cancel(transfer_id: string): void {
    this.cancels[transfer_id]?.();
  }

  /** Closes the peer connection under the call, as a lost line for good does. */
  break_connection(): void {
    this.call?.peer_connection()?.close();
  }

  wipe(): PaperWipe | undefined {
    return this.call?.papers.wipe();
  }

  private async note_sent_height(): Promise<void> {
    (await this.call?.peer_connection()?.getStats())?.forEach((entry: Record<string, unknown>) => {
      const height = Number(entry['frameHeight'] ?? 0);
      if (entry['type'] !== 'outbound-rtp' || height === 0 || height === this.sent_heights.at(-1)) return;
      this.sent_heights.push(height);
    });
  }

  async decoded(): Promise<{ frames: number; sound: number; voice_bps: number; sdp: string }> {
    const connection = this.call?.peer_connection();
    const result = { frames: 0, sound: 0, voice_bps: 0, sdp: connection?.localDescription?.sdp ?? '' };
    (await connection?.getStats())?.forEach((entry: Record<string, unknown>) => {
      if (entry['type'] === 'outbound-rtp' && entry['kind'] === 'audio') result.voice_bps = Number(entry['targetBitrate'] ?? 0);
      if (entry['type'] !== 'inbound-rtp') return;
      if (entry['kind'] === 'video') result.frames += Number(entry['framesDecoded'] ?? 0);
      else result.sound += Number(entry['packetsReceived'] ?? 0);
    });
    return result;
  }
}

declare global {
  interface Window {
    call_page: CallPage;
  }
}
window.call_page = new CallPage(location.pathname.includes('kiosk') ? 'kiosk' : 'adviser');
