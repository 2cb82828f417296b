// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown } from '../support/booking.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { picture_of_pdf } from '../support/picture.ts';
import { columns_of, read_qr_code } from '../support/qr_code.ts';

let town: BookingTown;
const folder = temporary_folder('poster');
beforeAll(async () => {
  town = await BookingTown.open();
});
afterAll(async () => {
  await town?.server.stop();
  remove_folder(folder);
});

const path = (rest: string, site = town.site_id) => `/api/v1/public/sites/${site}/${rest}`;

async function saved(rest: string, headers: Record<string, string> = {}): Promise<{ file: string; answer: Response }> {
  const answer = await fetch(`${town.server.local_url}${path(rest)}`, { headers });
  const file = join(folder, `${rest.replaceAll(/\W/g, '_')}.pdf`);
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
  return { file, answer };
}
const text_of = (file: string) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const size_of = (file: string) => /Page size:\s+([\d.]+ x [\d.]+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1];

test('a poster is one sheet of its size, with what is true now in words that can be selected', async () => {
  const { file, answer } = await saved('poster.pdf?format=a4');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('application/pdf');
  expect(size_of(file)).toMatch(/^595\.\d* x 841\.\d*$/);
  const words = text_of(file);
  for (const word of ['Mairie de Bretenoux', 'Place des Consuls', '05 36 49 10 01', 'Ma santé', 'CPAM', 'Lundi']) expect(words).toContain(word);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/);
  expect(size_of((await saved('poster.pdf?format=a3')).file)).toMatch(/^841\.\d* x 1190\.\d*$/);
});

test('a telephone that looks at it is led to the page of this counter', async () => {
  const page = `${town.server.local_url}/portal/?site=${town.site_id}`;
  for (const rest of ['poster.pdf?format=a4', 'poster.pdf?format=a3&language=en']) {
    expect(read_qr_code(picture_of_pdf((await saved(rest)).file)), rest).toBe(page);
  }
  const leaflets = picture_of_pdf((await saved('leaflet.pdf')).file);
  expect(read_qr_code(columns_of(leaflets, 0, 0.5)), 'left').toBe(page);
  expect(read_qr_code(columns_of(leaflets, 0.5, 1)), 'right').toBe(page);
  expect((await fetch(page)).status).toBe(200);
});

test('its fonts are inside, whatever printer it meets', async () => {
  const { file } = await saved('poster.pdf');
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const line of fonts) expect(line).toMatch(/ yes yes (yes|no) +\d+ +0$/);
});

test('two leaflets fill one sheet on its side, and English is complete', async () => {
  const { file } = await saved('leaflet.pdf?language=en');
  expect(size_of(file)).toMatch(/^841\.\d* x 595\.\d*$/);
  const words = text_of(file);
  expect(words.match(/Mairie de Bretenoux/g)).toHaveLength(2);
  expect(words).toContain('Monday');
  expect(words).not.toMatch(/lundi|fermé/i);
});

test('who has it already is not sent it again, until something on it changes', async () => {
  const first = (await saved('poster.pdf')).answer.headers.get('ETag') ?? '';
  const again = await saved('poster.pdf', { 'If-None-Match': first });
  expect(again.answer.status).toBe(304);
  const other = (await saved('poster.pdf?language=en')).answer.headers.get('ETag');
  expect(other).not.toBe(first);
});

test('what cannot be printed is refused with the field that is wrong', async () => {
  expect(await town.citizen.get(path('poster.pdf?format=a0'))).toMatchObject({ status: 400, body: { pointer: '/format' } });
  expect(await town.citizen.get(path('poster.pdf?format=leaflet'))).toMatchObject({ status: 400, body: { pointer: '/format' } });
  expect(await town.citizen.get(path('leaflet.pdf?language=de'))).toMatchObject({ status: 400, body: { pointer: '/language' } });
  expect((await town.citizen.get(path('poster.pdf', '01ARZ3NDEKTSV4RRFFQ69G5FAV'))).status).toBe(404);
  expect((await town.citizen.get(path('poster.pdf', 'nowhere'))).status).toBe(404);
});

test('a commune is found by anybody, and an empty question is refused', async () => {
  const found = await town.citizen.get('/api/v1/public/places?q=cajarc');
  expect(found).toMatchObject({ status: 200, body: { places: [{ name: 'Cajarc', departement: '46', postcodes: ['46160'], is_rough: false }, {}] } });
  expect(found.headers.get('Cache-Control')).toContain('max-age');
  expect(await town.citizen.get('/api/v1/public/places')).toMatchObject({ status: 400, body: { pointer: '/q' } });
  expect(await town.citizen.get(`/api/v1/public/places?q=${'a'.repeat(101)}`)).toMatchObject({ status: 400, body: { pointer: '/q' } });
  expect(await town.citizen.get('/api/v1/public/places?q=%00%ff%27')).toMatchObject({ status: 200, body: { places: [] } });
});
