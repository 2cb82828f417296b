// SPDX-License-Identifier: EUPL-1.2

export interface BarePage {
  open_camera(): Promise<void>;
  /** On the adviser's page: offers. Gives the moment (ms since 1970) at which it was asked to. */
  call(configuration: RTCConfiguration): number;
  /** On the kiosk's page: the moment at which the first picture of the other page was shown. */
  first_frame(): Promise<number>;
  /** Resolves once this page sends 1280 pixels a line, as our calls do; of itself a bare call sends 960 for minutes. */
  send_large_picture(): Promise<void>;
  /** Sends noise and gives the time until the other page said that it has all of it, in ms. */
  time_noise(bytes: number): Promise<number>;
  hang_up(): void;
}

declare global {
  interface Window {
    bare: BarePage;
  }
}

/**
 * What a call needs and nothing else: two pages, signals over a WebSocket, camera, microphone and one data channel.
 * Sent to the browser as its own text, so everything that it needs is inside it.
 */
export function bare_page(): void {
  const piece_bytes = 16 * 1024;
  const most_waiting = 4 * 1024 * 1024;
  const few_waiting = 1024 * 1024;
  const socket = new WebSocket(`ws://${location.host}${location.pathname}`);
  const video = document.querySelector('video') as HTMLVideoElement;
  let own: MediaStream | null = null;
  let connection: RTCPeerConnection | null = null;
  let channel: RTCDataChannel | null = null;
  let configuration: RTCConfiguration = {};
  let show: (at: number) => void = () => {};
  let shown = new Promise<number>((resolve) => (show = resolve));

  const send = (message: object): void => socket.send(JSON.stringify(message));

  function use_channel(opened: RTCDataChannel): void {
    channel = opened;
    channel.binaryType = 'arraybuffer';
    let received = 0;
    let expected = 0;
    channel.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') {
        if (data === 'all here') return;
        [expected, received] = [Number(data), 0];
        return;
      }
      received += (data as ArrayBuffer).byteLength;
      if (received === expected) opened.send('all here');
    });
  }

  function begin(): RTCPeerConnection {
    const made = new RTCPeerConnection(configuration);
    connection = made;
    for (const track of own?.getTracks() ?? []) made.addTrack(track, own as MediaStream);
    made.onicecandidate = ({ candidate }) => send({ candidate });
    made.ontrack = ({ streams, track }) => {
      if (track.kind === 'video') video.srcObject = streams[0] ?? null;
    };
    made.ondatachannel = (event) => use_channel(event.channel);
    video.srcObject = null;
    video.requestVideoFrameCallback(() => show(Date.now()));
    return made;
  }

  socket.onmessage = async ({ data }: MessageEvent<string>) => {
    const { description, candidate, use } = JSON.parse(data) as {
      description?: RTCSessionDescriptionInit; candidate?: RTCIceCandidateInit | null; use?: RTCConfiguration;
    };
    if (candidate) return void connection?.addIceCandidate(candidate);
    if (description === undefined) return;
    if (description.type === 'offer') {
      configuration = use ?? {};
      const answering = begin();
      await answering.setRemoteDescription(description);
      await answering.setLocalDescription();
      return send({ description: answering.localDescription });
    }
    await connection?.setRemoteDescription(description);
  };

  window.bare = {
    async open_camera() {
      const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
      own = await navigator.mediaDevices.getUserMedia({ audio: true, video: picture });
    },
    call(wanted) {
      const asked_at = Date.now();
      configuration = wanted;
      const offering = begin();
      use_channel(offering.createDataChannel('papers'));
      void offering.setLocalDescription().then(() => send({ description: offering.localDescription, use: wanted }));
      return asked_at;
    },
    first_frame: () => Promise.race([shown, new Promise<never>((_, late) => setTimeout(() => late(new Error('no picture within 20 s')), 20_000))]),
    async send_large_picture() {
      const sender = connection?.getSenders().find(({ track }) => track?.kind === 'video');
      if (sender === undefined) throw new Error('no picture is sent');
      await sender.setParameters({ ...sender.getParameters(), degradationPreference: 'maintain-resolution' });
      for (const until = Date.now() + 60_000; Date.now() < until; ) {
        for (const line of (await sender.getStats()).values()) if (line.type === 'outbound-rtp' && line.frameWidth === 1280) return;
        await new Promise((wait) => setTimeout(wait, 200));
      }
      throw new Error('the picture did not grow within 60 s');
    },
    async time_noise(bytes) {
      const line = channel;
      if (line?.readyState !== 'open') throw new Error('no open data channel');
      const content = new Uint8Array(bytes);
      for (let at = 0; at < bytes; at += 65536) crypto.getRandomValues(content.subarray(at, Math.min(bytes, at + 65536)));
      line.bufferedAmountLowThreshold = few_waiting;
      const begun = performance.now();
      const over = new Promise<void>((resolve) => {
        const listen = ({ data }: MessageEvent): void => {
          if (data !== 'all here') return;
          line.removeEventListener('message', listen);
          resolve();
        };
        line.addEventListener('message', listen);
      });
      line.send(String(bytes));
      for (let at = 0; at < bytes; at += piece_bytes) {
        if (line.bufferedAmount > most_waiting) await new Promise((resolve) => line.addEventListener('bufferedamountlow', resolve, { once: true }));
        line.send(content.subarray(at, Math.min(bytes, at + piece_bytes)));
      }
      await over;
      return performance.now() - begun;
    },
    hang_up() {
      connection?.close();
      connection = null;
      channel = null;
      video.srcObject = null;
      shown = new Promise((resolve) => (show = resolve));
    },
  };
}
