// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch_browser } from '../support/browser.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { let_pass_over_codes } from '../support/pairing.ts';
import { Citizen, Staff } from '../support/people.ts';
import { demo_accounts } from '../support/staff.ts';
import { until } from '../support/until.ts';

let installation: Installation;
let kiosk: Citizen;
let technician: Staff;
let code = '';
beforeAll(async () => {
  installation = await start_installation();
  [kiosk, technician] = await Promise.all([
    Citizen.arrive(installation.kiosk),
    Staff.sign_in(installation.server, demo_accounts.technician, '/network/', 'technician'),
  ]);
});
afterAll(async () => {
  await kiosk?.leave();
  await technician?.leave();
  await installation?.stop();
});

const row_of = (kiosk_name: string) => technician.page.getByRole('row').filter({ hasText: kiosk_name });
const types_code = async (typed: string): Promise<void> => {
  const dialog = technician.page.getByRole('dialog');
  await dialog.getByLabel('Code affiché sur l’écran de la borne').fill(typed);
  await dialog.getByRole('button', { name: 'Relier la borne' }).click();
};
const shown_code = async (): Promise<string> => {
  await kiosk.page.getByRole('heading', { name: 'Code de cette borne' }).waitFor();
  const words = kiosk.page.getByText(/^\w{8}$/);
  return (await words.innerText()).trim();
};

test('a new kiosk shows a code of eight characters, and for how long it is good', async () => {
  code = await shown_code();
  await kiosk.reads(/Ce code change dans \d+:\d\d/);
});

test('a wrong code is refused in words, and the technician may try again', async () => {
  await row_of('Borne de Bretenoux').getByRole('button', { name: 'Relier la borne' }).click();
  await technician.page.getByRole('dialog').waitFor();
  expect.soft(await technician.stumbling_blocks(), 'pairing').toEqual([]);
  await types_code('ZZZZ2222');
  await technician.reads('Aucune borne n’affiche ce code. Relisez-le sur son écran.');
  expect(await technician.page.getByRole('dialog').getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
});

test('a code that is ten minutes old is refused in words, and the kiosk shows another one by itself', async () => {
  const old = code;
  let_pass_over_codes(installation.server, 10);
  await types_code(old);
  await technician.reads('Ce code a expiré. La borne en affiche un nouveau.');
  expect.soft(await technician.stumbling_blocks(), 'pairing, with a code that is refused').toEqual([]);
  code = await until('another code on the screen', async () => {
    const shown = await shown_code();
    return shown !== old && shown;
  }, 30_000);
  await kiosk.reads(/Ce code change dans \d+:\d\d/);
});

test('the code on the screen pairs the kiosk, which shows its tiles by itself', async () => {
  await types_code(code);
  await technician.reads('« Borne de Bretenoux » est reliée');
  await row_of('Borne de Bretenoux').getByText('Reliée').waitFor();
  await kiosk.is_at_start();
  await kiosk.reads('Mairie de Bretenoux');
});

test('the same code serves nobody a second time', async () => {
  await row_of('Borne de Gourdon').getByRole('button', { name: 'Relier la borne' }).click();
  await types_code(code);
  await technician.reads('Ce code a déjà servi. La borne en affiche un nouveau.');
  await technician.button('Annuler').click();
  await row_of('Borne de Gourdon').getByText('Pas encore reliée').waitFor();
});

test('a kiosk whose access is withdrawn is cut off at once and asks for a new code', async () => {
  await row_of('Borne de Bretenoux').getByRole('button', { name: 'Retirer l’accès' }).click();
  const question = technician.page.getByRole('alertdialog', { name: /Retirer l’accès de/ });
  await question.waitFor();
  expect.soft(await technician.stumbling_blocks(), 'withdrawing access').toEqual([]);
  await question.getByRole('button', { name: 'Retirer l’accès' }).click();
  expect(await shown_code()).not.toBe(code);
  await row_of('Borne de Bretenoux').getByText('Accès retiré').waitFor();
});

test.each(['/adviser/', '/desk/', '/network/'])('without signing in, %s leads to the sign-in page and shows nothing else', async (path) => {
  const stranger = await launch_browser('adviser');
  try {
    await stranger.page.goto(`${installation.server.url}${path}`);
    await stranger.page.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(new URL(stranger.page.url()).pathname).toBe('/');
  } finally {
    await stranger.close();
  }
});

test('somebody of another role is told so, and led to their own page', async () => {
  for (const path of ['/adviser/', '/desk/']) {
    await technician.page.goto(`${installation.server.url}${path}`);
    await technician.reads('Cette page n’est pas pour vous');
    await technician.reads('Aller à ma page');
  }
  await technician.page.getByRole('link', { name: 'Aller à ma page' }).click();
  await row_of('Borne de Gourdon').waitFor();
  expect(await technician.page.getByRole('tab', { name: 'Journal de sécurité' }).count()).toBe(0);
});

test('wrong passwords are refused in words on the page, and the page stays', async () => {
  const somebody = await launch_browser('adviser');
  try {
    await somebody.page.goto(installation.server.url);
    await somebody.page.getByLabel('Adresse e-mail').fill(demo_accounts.adviser);
    await somebody.page.getByLabel('Mot de passe', { exact: true }).fill('pas celui-ci');
    await somebody.page.getByRole('button', { name: 'Se connecter' }).click();
    await somebody.page.getByText('L’adresse e-mail ou le mot de passe ne convient pas.').waitFor();
  } finally {
    await somebody.close();
  }
});

test('after signing out the page is closed, also by the way back', async () => {
  await technician.button('Alex Roux').click();
  await technician.page.getByRole('menuitem', { name: 'Se déconnecter', exact: true }).click();
  await technician.page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await technician.page.goBack();
  await technician.page.getByRole('heading', { name: 'Connexion' }).waitFor();
});
