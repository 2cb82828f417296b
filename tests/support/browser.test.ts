// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { launch_browser } from './browser.ts';
import { free_port } from './network.ts';

const page_text = `<!doctype html><meta charset="utf-8"><title>camera</title><video muted autoplay></video><script>
  navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then((stream) => {
    document.querySelector('video').srcObject = stream;
    document.title = stream.getTracks().map((track) => track.kind).sort().join(' ');
  });
</script>`;

test('a role’s browser has a camera and a microphone that work, and a French speaker', { timeout: 60_000 }, async () => {
  const port = await free_port();
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(page_text));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const kiosk = await launch_browser('kiosk');
  try {
    await kiosk.page.goto(`http://parvis.localhost:${port}/`);
    await kiosk.page.waitForFunction(() => document.title === 'audio video');
    await kiosk.page.waitForFunction(() => (document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 5);
    expect(await kiosk.page.evaluate(() => navigator.language)).toBe('fr-FR');
    expect(kiosk.complaints.filter((sentence) => !sentence.includes('favicon'))).toEqual([]);
  } finally {
    await kiosk.close();
    server.close();
  }
  expect(kiosk.browser.isConnected()).toBe(false);
});
