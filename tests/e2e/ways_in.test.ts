// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start_installation, type Installation } from '../support/installation.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser, Citizen } from '../support/people.ts';

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let mediator: Mediator;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux' });
  const { server, kiosk } = installation;
  [adviser, citizen, mediator] = await Promise.all([Adviser.at_work(server), Citizen.arrive(kiosk), Mediator.at_desk(server)]);
  await citizen.is_at_start();
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await mediator?.leave();
  await installation?.stop();
});

const call = 'Appeler la borne : Mairie de Bretenoux';
const both_see_each_other = () => Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
/** What the pictures on the screens show now, asked again after they have left it. */
const pictures_on_screen = async (): Promise<() => Promise<boolean[]>> => {
  const screens = await Promise.all([adviser, citizen].map(({ page }) => page.$$('video')));
  const pictures = screens.flat();
  return () => Promise.all(pictures.map((picture) => picture.evaluate((video) => !video.isConnected && (video as HTMLVideoElement).srcObject === null)));
};
interface Noticed {
  noticed: { away: boolean; messages: string[]; notes: number };
}

/** Runs in the page before its own scripts: nobody looks at it, and what calls for attention is written down. */
function record_attention(): void {
  const noticed: Noticed['noticed'] = { away: true, messages: [], notes: 0 };
  Object.assign(globalThis, { noticed });
  Object.defineProperty(document, 'visibilityState', { get: () => (noticed.away ? 'hidden' : 'visible') });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    noticed.notes += 1;
    start.call(this, when);
  };
  globalThis.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      noticed.messages.push(title);
    }
  };
}

const end_and_go = async (): Promise<void> => {
  await adviser.ends();
  await citizen.goes();
};

test('no picture that has left the screen holds on to the camera: the next person would wait seconds for theirs', async () => {
  await adviser.button('Ouvrir la caméra et le micro').click();
  await adviser.page.locator('video').waitFor();
  const own_picture = await pictures_on_screen();
  await citizen.wishes('Ma famille, mes aides');
  await adviser.accepts();
  await both_see_each_other();
  const in_call = await pictures_on_screen();
  await end_and_go();
  const gone = [...(await own_picture()), ...(await in_call())];
  expect(gone.length).toBeGreaterThanOrEqual(4);
  expect(gone).not.toContain(false);
});

test('the mediator connects somebody from the front desk: the kiosk rings by itself, the adviser knows who did it', async () => {
  await mediator.connects(/CAF/);
  await citizen.reads(/Nous appelons/);
  await adviser.reads('par la médiation');
  await mediator.reads(/Appelle CAF/);
  await adviser.accepts();
  await both_see_each_other();
  await mediator.reads('En entretien avec CAF');
  await end_and_go();
  await mediator.reads('Libre');
});

test('the adviser calls the kiosk: camera and microphone stay closed until the citizen touches “answer”', async () => {
  const before = await citizen.camera_openings();
  await adviser.button(call).click();
  await citizen.reads(/vous appelle/);
  await adviser.reads('La borne de Mairie de Bretenoux sonne');
  expect(await citizen.camera_openings()).toBe(before);
  await citizen.touch('Répondre');
  await both_see_each_other();
  expect(await citizen.camera_openings()).toBeGreaterThan(before);
  await end_and_go();
});

test('the adviser calls the kiosk, and the mediator answers in the citizen’s place', async () => {
  const before = await citizen.camera_openings();
  await adviser.button(call).click();
  await citizen.reads(/vous appelle/);
  expect(await citizen.camera_openings()).toBe(before);
  await mediator.button('Répondre à CAF pour la personne').click();
  await both_see_each_other();
  await end_and_go();
});

test('the citizen does not answer: the camera never opened, and the adviser is back among the kiosks', async () => {
  const before = await citizen.camera_openings();
  await adviser.button(call).click();
  await citizen.touch('Pas maintenant');
  await adviser.button(call).waitFor();
  await citizen.is_at_start();
  expect(await citizen.camera_openings()).toBe(before);
});

test('the citizen stops waiting: nobody is rung any more', async () => {
  await citizen.wishes('Ma famille, mes aides');
  await adviser.reads('Une borne appelle');
  await citizen.touch('Annuler l’appel');
  await citizen.is_at_start();
  await adviser.reads(/Les appels des bornes arrivent ici/);
});

test('the adviser looks elsewhere: the title, a sound and a message of the system say that somebody rings', async () => {
  const { page, window } = adviser;
  await window.context.grantPermissions(['notifications'], { origin: installation.server.url });
  await page.addInitScript(record_attention);
  await page.reload();
  await adviser.reads(/Vous êtes disponible/);
  const before = await page.title();
  await citizen.wishes('Ma famille, mes aides');
  await adviser.reads('Une borne appelle');
  await expect.poll(() => page.title()).toMatch(/^\(1\) On vous attend · Poste du conseiller/);
  const noticed = () => page.evaluate(() => (globalThis as unknown as Noticed).noticed);
  await expect.poll(async () => (await noticed()).messages).toEqual(['Une personne vous attend à Mairie de Bretenoux']);
  await expect.poll(async () => (await noticed()).notes, { timeout: 20_000 }).toBeGreaterThanOrEqual(6); // three notes, and again
  await adviser.accepts();
  await both_see_each_other();
  expect(await page.title()).toBe(before);
  await page.evaluate(() => void ((globalThis as unknown as Noticed).noticed.away = false));
  const rung = (await noticed()).notes;
  await end_and_go();
  expect((await noticed()).notes).toBe(rung);
});

test('the citizen stops a running conversation: it ends at once, and the adviser still writes the outcome', async () => {
  await citizen.wishes('Ma famille, mes aides');
  await adviser.accepts();
  await both_see_each_other();
  await citizen.touch('Arrêter');
  await citizen.touch('Oui, arrêter');
  await citizen.goes();
  await adviser.reads('La personne a arrêté l’entretien');
  await adviser.page.locator('label').filter({ hasText: /^Résolu$/ }).click();
  await adviser.button('Enregistrer').click();
  await adviser.button(call).waitFor();
});

test('the bell rings at the front desk, and the citizen reads that somebody comes', async () => {
  await citizen.touch('Appeler l’accueil');
  await citizen.reads('Ça sonne à l’accueil');
  await mediator.reads(/On vous appelle : Borne de Bretenoux/);
  await mediator.button('J’arrive').click();
  await citizen.reads('Quelqu’un arrive');
});
