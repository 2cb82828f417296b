// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpSink } from '../support/http_sink.ts';
import { free_port } from '../support/network.ts';
import { asked_at_any_hour, one_place, type OnePlace } from '../support/one_place.ts';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { until } from '../support/until.ts';

// Here people have a few seconds to answer: who does not is told so, and the place goes to the next in order.

let gateway: HttpSink;
let server: StartedServer;
let town: OnePlace;
let odette: Visitor;
beforeAll(async () => {
  gateway = await HttpSink.start();
  const port = await free_port();
  server = await StartedServer.start({
    port,
    settings: { portal_url: `http://127.0.0.1:${port}/portal/`, text_messages: { url: gateway.url, sender: 'PARVIS' }, waiting_list: { ...asked_at_any_hour, answer_seconds: 12 } },
  });
  town = await one_place(server, 'Refaire ma carte Vitale');
});
afterAll(async () => {
  await odette?.leave();
  await server?.stop();
  await gateway?.stop();
});

const texts_to = (number: string): string[] => gateway.asked.filter(({ body }) => body['to'] === number).map(({ body }) => String(body['text']));

test('who does not answer in time loses the place to the next in order, and reads it in plain words', async () => {
  const first = await town.wait('Odette', '06 12 34 56 78');
  await town.wait('Lucien', '06 22 22 22 22');
  await town.rose_cancels();
  await until('the text to Odette', () => texts_to('+33612345678').length === 1, 30_000);
  expect(texts_to('+33622222222')).toEqual([]);
  await until('the text to Lucien', () => texts_to('+33622222222').length === 1, 60_000);
  odette = await Visitor.open_portal(server);
  await odette.page.goto('about:blank');
  await odette.page.goto(`${server.url}/portal/?step=offer#${first.code}`);
  await odette.is_at('Trop tard pour cette place');
  expect.soft(await odette.stumbling_blocks(), 'too late').toEqual([]);
  expect(texts_to('+33612345678')).toHaveLength(1);
});
