// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown, day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';

// What other sites and programs read of a network, without an account.

let town: BookingTown;
let network_id: string;
beforeAll(async () => {
  town = await BookingTown.open();
  const { networks } = (await town.citizen.get('/api/v1/public/networks')).body as { networks: { network_id: string }[] };
  network_id = networks[0]?.network_id ?? '';
  const in_person = {
    group_id: town.groups.get('MSA'),
    modality: 'appointment',
    recurrence: { first_day: day_of(Date.now()), rule: 'FREQ=DAILY;COUNT=8', except: [] },
    legs: [{ sites: [town.site_id], from_minute: 0, to_minute: 1440 }],
    slot_minutes: 30,
    advisers: 1,
    walk_in_percent: 0,
    motives: [],
    on_site: true,
    revision: 0,
  };
  expect(await town.administrator.put(`/api/v1/supplies/${new_ulid()}`, in_person)).toMatchObject({ status: 200 });
});
afterAll(async () => {
  await town?.server.stop();
});

const from_elsewhere = (path: string) => fetch(`${town.server.local_url}/api/v1/public/${path}`, { headers: { Origin: 'https://mairie.example.fr' } });

interface Feed {
  made_at: number;
  network: { sites: { site_id: string; commune: string; days: { day: string; hours: { from_minute: number; to_minute: number }[] }[] }[]; bodies: { partner_id: string; acronym: string }[] };
  sessions: { site_id: string; partner_id: string; modality: string; from: number; to: number; on_site: boolean }[];
}

test('the feed may be read from any site and kept for some minutes; what changes nothing else may not', async () => {
  const answer = await from_elsewhere(`networks/${network_id}/feed`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=300');
  const others = await from_elsewhere(`networks/${network_id}`);
  expect(others.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('it tells today and the week to come of each counter, and when which body answers while it is open', async () => {
  const feed = (await (await from_elsewhere(`networks/${network_id}/feed`)).json()) as Feed;
  const site = feed.network.sites.find(({ commune }) => commune === 'Bretenoux');
  expect(site?.days).toHaveLength(8);
  const cpam = feed.network.bodies.find(({ acronym }) => acronym === 'CPAM')?.partner_id;
  const here = feed.sessions.filter((one) => one.site_id === site?.site_id && one.partner_id === cpam);
  expect(here.length).toBeGreaterThan(0);
  expect(here.every(({ from, to }) => from < to && to > feed.made_at)).toBe(true);
  expect(feed.sessions.map(({ from }) => from)).toEqual(feed.sessions.map(({ from }) => from).toSorted((a, b) => a - b));
  expect(new Set(feed.sessions.map(({ modality }) => modality))).toContain('time_window');
  expect(JSON.stringify(feed)).not.toMatch(/visitor|first_name|account/);
});

test('the sessions of a counter are a calendar', async () => {
  const answer = await from_elsewhere(`sites/${town.site_id}/sessions.ics`);
  expect(answer.headers.get('Content-Type')).toContain('text/calendar');
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain('SUMMARY:CPAM');
  expect(text).toContain('LOCATION:Mairie de Bretenoux\\, Place des Consuls\\, Bretenoux');
  const uids = text.match(/^UID:.*$/gm) ?? [];
  expect(new Set(uids).size).toBe(uids.length);
});

test('sessions say whether one meets somebody by screen or in person', async () => {
  const { sessions } = (await (await from_elsewhere(`networks/${network_id}/feed`)).json()) as Feed;
  const at_bretenoux = sessions.filter((one) => one.site_id === town.site_id);
  expect(new Set(at_bretenoux.map(({ on_site }) => on_site))).toEqual(new Set([true, false]));
  const calendar = (await (await from_elsewhere(`sites/${town.site_id}/sessions.ics`)).text()).replaceAll('\r\n ', '');
  expect(calendar).toContain('DESCRIPTION:Sur rendez-vous\\, en personne.');
  expect(calendar).toContain('DESCRIPTION:Sur rendez-vous\\, par écran.');
});

test('the list for other sites may stand in any frame, under a policy without a script; nothing else may', async () => {
  for (const path of [`networks/${network_id}/embed.html`, `sites/${town.site_id}/embed.html?language=en`]) {
    const answer = await from_elsewhere(path);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('Mairie de Bretenoux');
  }
  expect((await fetch(`${town.server.local_url}/portal/`)).headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

test('a network or a counter that does not exist is not found, a language that is not spoken refused', async () => {
  const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  expect((await town.citizen.get(`/api/v1/public/networks/${nowhere}/feed`)).status).toBe(404);
  expect((await town.citizen.get(`/api/v1/public/networks/${nowhere}/embed.html`)).status).toBe(404);
  expect((await town.citizen.get(`/api/v1/public/sites/${nowhere}/embed.html`)).status).toBe(404);
  expect((await town.citizen.get(`/api/v1/public/sites/${nowhere}/sessions.ics`)).status).toBe(404);
  expect(await town.citizen.get(`/api/v1/public/sites/${town.site_id}/embed.html?language=de`)).toMatchObject({ status: 400, body: { pointer: '/language' } });
});
