// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';

// Odette, 78, on her telephone: no account, and nothing to type but a village and a first name.

const health = ['Mairie de Bretenoux', 'Ma santé', 'Refaire ma carte Vitale'] as const;

let server: StartedServer;
let odette: Visitor;
let neighbour: Visitor;
let code: string;
beforeAll(async () => {
  server = await StartedServer.start();
  odette = await Visitor.open_portal(server);
  neighbour = await Visitor.open_portal(server);
});
afterAll(async () => {
  await odette?.leave();
  await neighbour?.leave();
  await server?.stop();
});

/** The screen is clear for everybody, the browser has complained of nothing, and nothing must be pushed sideways. */
async function is_clear(screen: string): Promise<void> {
  expect.soft(await odette.stumbling_blocks(), screen).toEqual([]);
  expect.soft(odette.window.complaints, screen).toEqual([]);
  const width = await odette.page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${screen} is wider than the telephone`).toBeLessThanOrEqual(390);
}

/** The hours of a day that may be touched, as they are spoken. */
function hours(visitor: Visitor) {
  return visitor.page.getByRole('button', { name: /^\S+ \d+\S* \S+ à \d+ h/ });
}

async function opens_all_hours(visitor: Visitor): Promise<void> {
  await visitor.touch(/^Voir d’autres horaires : Mairie de Bretenoux/);
  await visitor.is_at(/^Tous les horaires/);
  await hours(visitor).first().waitFor();
}

async function read_code(visitor: Visitor): Promise<string> {
  return visitor.page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText();
}

test('she finds her town hall by its name, misspelt and without capitals', async () => {
  await is_clear('search');
  await odette.page.getByLabel('Votre village').fill('bretnoux');
  await odette.is_at('Les lieux les plus proches de Bretenoux');
  expect((await odette.counters())[0]).toBe('Mairie de Bretenoux');
  await odette.reads(/Latronquière · à 23 km/);
  await is_clear('found');
});

test('a name that means nothing is said so, and all places stay in sight', async () => {
  await odette.page.getByLabel('Votre village').fill('Xyloquontz');
  await odette.reads(/Nous ne connaissons pas « Xyloquontz »/);
  expect(await odette.counters()).toHaveLength(13);
  await odette.page.getByLabel('Votre village').fill('');
});

test('the counter says when it is open and how to call', async () => {
  await odette.touch('Mairie de Bretenoux');
  await odette.is_at('De quoi avez-vous besoin ?');
  await odette.reads(/Place des Consuls/);
  await odette.reads(/^(Ouvert jusqu’à|Fermé, ouvre)/);
  expect(await odette.link(/^Téléphoner/).getAttribute('href')).toBe('tel:0536491001');
  await is_clear('counter');
});

test('"back" of the telephone goes one step back', async () => {
  await odette.touch('Ma santé');
  await odette.is_at('Que voulez-vous faire ?');
  await is_clear('subject');
  await odette.page.goBack();
  await odette.is_at('De quoi avez-vous besoin ?');
  await odette.page.goBack();
  await odette.is_at('Parler à un conseiller, près de chez vous');
});

test('she is offered three ways: here, close by, by telephone', async () => {
  await odette.asks_for(...health);
  const ways = odette.page.getByRole('article').getByRole('heading');
  const names = await ways.allInnerTexts();
  expect(names).toHaveLength(3);
  expect(names[0]).toBe('Mairie de Bretenoux');
  expect(names[2]).toBe('Par téléphone, de chez vous');
  await odette.reads(/À \d+ km, par écran/);
  await is_clear('three ways');
});

test('she takes an hour, which is kept while she writes; without a first name she is told what is missing', async () => {
  await opens_all_hours(odette);
  await is_clear('all hours');
  await hours(odette).first().tap();
  await odette.reads(/Nous gardons cette place pour vous encore 5 minutes/);
  await odette.touch('Valider mon rendez-vous');
  await odette.reads('Écrivez votre prénom.');
  await is_clear('form with a mistake');
});

test('a number that is not complete is said at its field, and nothing that she wrote is lost', async () => {
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  await odette.page.getByLabel(/^Votre téléphone/).fill('06 12');
  await odette.touch(/^Ajouter un e-mail/);
  await odette.page.getByLabel(/^Un mot pour le conseiller/).fill(`Je suis un peu sourde. ${'é'.repeat(477)}`);
  await odette.button(/Quelqu’un vient avec vous/).tap();
  expect(await odette.page.getByRole('option').allInnerTexts()).toEqual(['Non, je viens seul', 'Oui, une personne', 'Oui, 2 personnes', 'Oui, 3 personnes']);
  await odette.page.getByRole('option', { name: 'Oui, 3 personnes' }).tap();
  await odette.page.getByText('Seul le conseiller peut lire ce mot').tap();
  await odette.touch('Valider mon rendez-vous');
  await odette.reads(/Ce numéro n’est pas complet/);
  expect(await odette.page.getByLabel('Votre prénom').inputValue()).toBe('Odette');
  odette.window.complaints.length = 0; // the browser complains of the refusal
  await odette.page.getByLabel(/^Votre téléphone/).fill('06 12 34 56 78');
  await is_clear('whole form');
});

test('she has her appointment: hour, place, by screen, papers, code', async () => {
  await odette.touch('Valider mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  await odette.reads('Par écran');
  await odette.reads('Une photo d’identité');
  code = await read_code(odette);
  await is_clear('booked');
});

test('the calendar file says the same', async () => {
  const coming = odette.page.waitForEvent('download');
  await odette.touch('Ajouter à mon agenda');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('rendez-vous.ics');
  const file = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
  expect(file).toContain('LOCATION:Mairie de Bretenoux\\, Place des Consuls\\, Bretenoux\r\n');
  expect(file).toContain(code);
  expect(file).toMatch(/DTSTART:\d{8}T\d{6}Z\r\n/);
});

test('with her code she finds it again on another day, typed in small letters, and moves it', async () => {
  await odette.page.goto(`${server.url}/portal/?step=mine`);
  await odette.page.getByLabel('Le code de votre rendez-vous').fill(code.toLowerCase().replace('-', ' '));
  await is_clear('code');
  await odette.touch('Voir mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  await odette.touch('Changer l’horaire');
  await hours(odette).nth(4).tap();
  const new_hour = await odette.page.getByRole('alertdialog').getByRole('paragraph').first().innerText();
  await is_clear('other hour?');
  await odette.touch('Oui, changer');
  await odette.is_at('C’est noté, Odette');
  expect(await read_code(odette)).toBe(code);
  await odette.reads(new_hour.split(' à ')[1] ?? '?');
});

test('a wrong code finds nothing, and says what to do', async () => {
  await neighbour.touch('Mon rendez-vous');
  await neighbour.page.getByLabel('Le code de votre rendez-vous').fill('AAAAA-AAAAA');
  await neighbour.touch('Voir mon rendez-vous');
  await neighbour.reads('Nous ne trouvons pas ce code. Vérifiez chaque lettre.');
});

test('an hour that somebody else has just taken: the others are offered, and what was written is kept', async () => {
  await neighbour.page.goto(`${server.url}/portal/`);
  await neighbour.asks_for('Mairie de Bretenoux', 'Ma santé', 'Refaire ma carte Vitale');
  await opens_all_hours(neighbour);
  const wanted = await hours(neighbour).nth(6).getAttribute('aria-label');
  if (wanted === null) throw new Error('an hour has no name');
  await odette.page.goto(`${server.url}/portal/`);
  await odette.asks_for(...health);
  await opens_all_hours(odette);
  await odette.page.getByRole('button', { name: wanted, exact: true }).tap();
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  await neighbour.page.getByRole('button', { name: wanted, exact: true }).tap();
  await neighbour.reads('Quelqu’un vient de prendre cette place. Choisissez-en une autre.');
  await opens_all_hours(neighbour);
  expect(await neighbour.page.getByRole('button', { name: wanted, exact: true }).count()).toBe(0);
  await odette.touch('Choisir un autre horaire');
  await opens_all_hours(odette);
  await odette.page.getByRole('button', { name: wanted, exact: true }).waitFor();
  await hours(odette).first().tap();
  expect(await odette.page.getByLabel('Votre prénom').inputValue()).toBe('Odette');
});

test('who is to be called must say on which number', async () => {
  await neighbour.touch(/^Prendre ce rendez-vous : .*Par téléphone/);
  await neighbour.page.getByLabel('Votre prénom').fill('Marcel');
  await neighbour.touch('Valider mon rendez-vous');
  await neighbour.reads('Écrivez votre numéro : le conseiller vous appelle.');
  await neighbour.page.getByLabel('Votre numéro de téléphone').fill('05 65 11 22 33');
  await neighbour.touch('Valider mon rendez-vous');
  await neighbour.is_at('C’est noté, Marcel');
  await neighbour.reads('Papiers à avoir près de vous');
});

test('by screen from home instead: the same appointment by another door', async () => {
  await odette.page.goto(`${server.url}/portal/?step=mine`);
  await odette.page.getByLabel('Le code de votre rendez-vous').fill(code);
  await odette.touch('Voir mon rendez-vous');
  await odette.touch('Changer l’horaire');
  await odette.page.getByText('De chez vous, par écran', { exact: true }).tap();
  await odette.is_at('Tous les horaires de chez vous, par écran');
  await hours(odette).nth(2).tap();
  await odette.page.getByRole('alertdialog').getByText('De chez vous, par écran').waitFor();
  await is_clear('another door');
  await odette.touch('Oui, changer');
  await odette.is_at('C’est noté, Odette');
  await odette.link('Rejoindre mon rendez-vous de chez moi').waitFor();
  expect(await read_code(odette)).toBe(code);
});

test('by telephone instead: the same appointment by another door, once the number is known', async () => {
  await odette.touch('Changer l’horaire');
  await odette.page.getByText('Par téléphone', { exact: true }).tap();
  await odette.is_at('Tous les horaires par téléphone');
  await hours(odette).nth(2).tap();
  await odette.page.getByLabel('Votre numéro de téléphone').fill('06 12');
  await odette.touch('Oui, changer');
  await odette.reads(/Ce numéro n’est pas complet/);
  odette.window.complaints.length = 0; // the browser complains of the refusal
  await odette.page.getByLabel('Votre numéro de téléphone').fill('06 98 76 54 32');
  await is_clear('by telephone');
  await odette.touch('Oui, changer');
  await odette.is_at('C’est noté, Odette');
  await odette.reads('Par téléphone');
  expect(await read_code(odette)).toBe(code);
});

test('she does not need it any more: asked once, then cancelled', async () => {
  await odette.touch('Annuler le rendez-vous');
  await odette.page.getByRole('alertdialog').waitFor();
  await is_clear('cancel?');
  await odette.touch('Oui, annuler');
  await odette.is_at('Votre rendez-vous est annulé');
  await is_clear('cancelled');
});

test('where nobody needs an appointment, the hours to come are told', async () => {
  await odette.page.goto(`${server.url}/portal/`);
  await odette.asks_for('Mairie de Bretenoux', 'Ma famille, mes aides', 'Demander une aide pour mon loyer');
  await odette.is_at('Venir sans rendez-vous');
  await is_clear('windows');
});

test('the poster of a counter fills exactly one sheet of its size', async () => {
  await odette.page.goto(`${server.url}/portal/`);
  await odette.touch('Mairie de Bretenoux');
  await odette.touch('Affiche à imprimer');
  await odette.is_at('Affiche : Mairie de Bretenoux');
  await is_clear('poster');
  expect(await odette.page.getByRole('img', { name: /Code à photographier/ }).getAttribute('aria-label')).toContain(`${server.url}/portal/?site=`);
  for (const [name, width, height] of [['Affiche A3', 1191, 842], ['2 tracts A5', 595, 842], ['Affiche A4', 842, 595]] as const) {
    await odette.touch(name);
    const pdf = (await odette.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(sheets, name).toHaveLength(1);
    expect(Math.abs((sheets[0]?.[1] ?? 0) - width), name).toBeLessThan(2);
    expect(Math.abs((sheets[0]?.[0] ?? 0) - height), name).toBeLessThan(2);
  }
});

test('without a finger or a mouse: from the village to the appointment by keyboard', async () => {
  const keys = odette.page.keyboard;
  const tab_to = async (name: string | RegExp) => {
    const target = odette.button(name).or(odette.link(name)).or(odette.page.getByLabel(name)).first();
    await target.waitFor();
    for (let step = 0; step < 80; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keys.press('Tab');
    }
    throw new Error(`Tab never came to ${String(name)}`);
  };
  const goes = async (name: string | RegExp) => {
    await tab_to(name);
    await keys.press('Enter');
  };
  await odette.page.goto(`${server.url}/portal/`);
  await tab_to(/^Votre village/);
  await keys.type('gourdon');
  await goes('Espace public de Gourdon');
  await goes('Ma retraite');
  await goes('Choisir ma date de départ');
  await goes(/^Prendre ce rendez-vous : .*Espace public de Gourdon/);
  await tab_to('Votre prénom');
  await keys.type('Odette');
  await keys.press('Enter');
  await odette.is_at('C’est noté, Odette');
});

test('who has a camera may take the screen instead of the telephone, from home', async () => {
  await neighbour.page.goto(`${server.url}/portal/`);
  await neighbour.asks_for(...health);
  await neighbour.touch(/^Prendre ce rendez-vous par écran, de chez vous/);
  await neighbour.reads('De chez vous, par écran');
  await neighbour.page.getByLabel('Votre prénom').fill('Lucien');
  await neighbour.touch('Valider mon rendez-vous');
  await neighbour.is_at('C’est noté, Lucien');
});
