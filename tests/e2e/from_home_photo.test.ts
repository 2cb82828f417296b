// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { make_form } from '../support/form.ts';
import { HomeVisitor } from '../support/home_visitor.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply } from '../support/supply.ts';
import { until } from '../support/until.ts';

// Odette talks from home, and shows a paper with the camera of her telephone: what it sees leaves only when she says so.

let server: StartedServer;
let odette: HomeVisitor;
let nadia: Adviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('from-home-photo');
  const paper = make_form(folder, '1111222233334444', 'Avis d’impôt').pdf;
  const camera = join(folder, 'camera.mjpeg');
  // 1131 x 1600 pixels: more than a conversation needs, and what a paper needs.
  execFileSync('pdftoppm', ['-scale-to-x', '1136', '-scale-to-y', '1600', '-singlefile', '-jpeg', paper, join(folder, 'camera')]);
  execFileSync('mv', [join(folder, 'camera.jpg'), camera]);
  server = await StartedServer.start({ settings: { interview: { call_seconds: 60 } } });
  const supply = await open_supply(server, 'Refaire ma carte Vitale');
  const desk = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const { code } = await supply.book(desk, 'Odette', 0, 'home');
  [odette, nadia] = await Promise.all([HomeVisitor.join(server, code, { camera_file: camera }), Adviser.at_work(server, demo_accounts.foreign_adviser)]);
});
afterAll(async () => {
  await odette?.leave();
  await nadia?.leave();
  await server?.stop();
  remove_folder(folder);
});

test('she waits at home: the adviser and the desk of the site read so', async () => {
  await odette.touch('Je suis là');
  await odette.is_at('Vous êtes dans la file');
  await nadia.reads('La suivante est le n° 1, de chez soi');
  expect(await nadia.stumbling_blocks()).toEqual([]);
  const luc = await Mediator.at_desk(server);
  try {
    await luc.page.getByRole('listitem').filter({ has: luc.page.getByRole('img', { name: 'Ticket n° 1' }) }).getByText('De chez soi').waitFor();
    expect(await luc.stumbling_blocks()).toEqual([]);
  } finally {
    await luc.leave();
  }
});

test('the adviser calls, and asks for a paper', async () => {
  await nadia.page.keyboard.press('n');
  await odette.touch('Répondre');
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  await nadia.page.getByRole('tab', { name: 'Demander un papier' }).click();
  await nadia.button('Demander un papier').click();
  await odette.reads('Le conseiller vous demande un papier');
});

const title = (words: string) => odette.page.getByRole('heading', { name: words });

test('she frames the paper, and the adviser sees nothing of it', async () => {
  await odette.touch('Prendre une photo');
  await title('Placez le papier devant la caméra').waitFor();
  await odette.button('Prendre la photo').and(odette.page.locator(':enabled')).waitFor();
  await nadia.reads('L’image de la personne est coupée');
  await odette.is_clear('framing');
  expect(await nadia.pages().count()).toBe(0);
});

test('she looks at the photo, takes it again, and with the keyboard too', async () => {
  await odette.touch('Prendre la photo');
  await title('Peut-on tout lire ?').waitFor();
  await odette.is_clear('looking');
  await odette.touch('Reprendre la photo');
  await title('Placez le papier devant la caméra').waitFor();
  const take = odette.button('Prendre la photo');
  await take.and(odette.page.locator(':enabled')).waitFor();
  expect(await title('Placez le papier devant la caméra').evaluate((one) => one === document.activeElement)).toBe(true);
  await odette.page.keyboard.press('Tab');
  expect(await take.evaluate((one) => one === document.activeElement)).toBe(true);
  await odette.page.keyboard.press('Enter');
  await title('Peut-on tout lire ?').waitFor();
  expect(await nadia.pages().count()).toBe(0);
});

test('“it can be read, send it”: the adviser has it as sharp as the camera saw it', async () => {
  await odette.touch('C’est lisible, envoyer');
  await nadia.has_pages(1);
  await nadia.pages().first().click();
  const size = () => nadia.page.locator('img').evaluateAll((all) => Math.max(...all.map((one) => (one as HTMLImageElement).naturalHeight)));
  await until('the whole picture', async () => (await size()) === 1600);
  await odette.reads('Le conseiller a reçu une page');
});

test('then both see each other again', async () => {
  await nadia.page.getByText('L’image de la personne est coupée').waitFor({ state: 'detached' });
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  await odette.is_clear('face to face again');
});

test('she changes her mind: nothing is sent, and who had hidden their face stays hidden', async () => {
  const here = await nadia.pages().count();
  await odette.touch('Couper ma caméra');
  await odette.touch('Prendre une photo');
  await odette.touch('Prendre la photo');
  await odette.touch('Ne pas envoyer');
  await odette.button('Prendre une photo').and(odette.page.locator(':enabled')).waitFor();
  await nadia.reads('L’image de la personne est coupée');
  expect(await nadia.pages().count()).toBe(here);
  await odette.touch('Remettre ma caméra');
  await nadia.sees_citizen();
});

/** Another app of the telephone has taken the camera, and later lets it go. */
const camera_is_taken = (taken: boolean) =>
  odette.page.evaluate((is_taken) => {
    // Back to the browser's own: what lies over it was put on this one object.
    delete (navigator.mediaDevices as { getUserMedia?: unknown }).getUserMedia;
    if (is_taken) navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('taken', 'NotReadableError'));
  }, taken);

test('after a photo her camera stays closed: she reads what to do, the adviser why there is no picture; they go on talking', async () => {
  await odette.touch('Prendre une photo');
  await odette.button('Prendre la photo').and(odette.page.locator(':enabled')).waitFor();
  await camera_is_taken(true);
  await odette.touch('Annuler');
  await odette.reads('Le conseiller vous entend, mais ne vous voit plus');
  await odette.is_clear('camera lost');
  await nadia.reads('Pas d’image de la personne : sa caméra manque ou ne s’ouvre pas');
  expect(await nadia.stumbling_blocks()).toEqual([]);
  await odette.touch('Rouvrir ma caméra');
  await odette.reads('Le conseiller vous entend, mais ne vous voit plus');
  await camera_is_taken(false);
  await odette.touch('Rouvrir ma caméra');
  await nadia.sees_citizen();
  await odette.page.getByText('ne vous voit plus').waitFor({ state: 'detached' });
});
