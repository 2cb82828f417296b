// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { in_database } from '../support/database.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { new_ulid } from '../support/link.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { until } from '../support/until.ts';

// Two bodies behind one subject, nobody who answers, bigger text and a louder voice: what most visits never show.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux', kiosk_settings: { page: { idle_seconds: 3600 } } });
  await installation.server.halt();
  farmers_ask_for_family_benefits_too();
  await installation.server.start_again();
  [adviser, citizen] = await Promise.all([Adviser.at_work(installation.server), Citizen.arrive(installation.kiosk)]);
  await citizen.is_at_start();
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
});

/** The MSA pays family benefits to farmers, beside the CAF. No page adds a body to a subject yet. */
function farmers_ask_for_family_benefits_too(): void {
  in_database(installation.server, (database) => {
    const offer_id = new_ulid();
    database
      .prepare(
        `INSERT INTO service_offer (offer_id, network_id, site_id, partner_id, group_id, subject)
         SELECT ?, o.network_id, o.site_id, o.partner_id, o.group_id, 'family' FROM service_offer o
         JOIN site s ON s.site_id = o.site_id JOIN partner p ON p.partner_id = o.partner_id
         WHERE s.commune = 'Bretenoux' AND p.acronym = 'MSA'`,
      )
      .run(offer_id);
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      database.prepare('INSERT INTO offer_window (offer_id, weekday, from_minute, to_minute) VALUES (?, ?, 0, 1440)').run(offer_id, weekday);
    }
  });
}

/** As if the ring had lasted longer than anybody waits. */
function let_pass_over_rings(): void {
  in_database(installation.server, (database) => {
    database.prepare(`UPDATE interview SET requested_at = requested_at - ? WHERE state = 'ringing'`).run(11 * 60_000);
  });
}

/** Looks at the kiosk's screen lying and upright, and back to upright. */
async function kiosk_is_clear(screen: string): Promise<void> {
  for (const size of [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }]) {
    await citizen.page.setViewportSize(size);
    expect.soft(await citizen.stumbling_blocks(), `${screen}, ${size.width}x${size.height}`).toEqual([]);
  }
}

const heading = (words: string) => citizen.page.getByRole('heading', { name: words });
const caf = /Caisse d’allocations familiales.*Ouvert maintenant/s;
const size_of = (name: string): Promise<number> => heading(name).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
const is_wider_than_the_screen = (): Promise<boolean> => citizen.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

interface ListeningWindow {
  voices: Set<HTMLMediaElement>;
}

/** From now on the story hears what the kiosk's voice says: an element that no screen shows. */
const listen = (): Promise<void> =>
  citizen.page.evaluate(() => {
    const voices = new Set<HTMLMediaElement>();
    (window as unknown as ListeningWindow).voices = voices;
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      if (this instanceof HTMLAudioElement) voices.add(this);
      return play.call(this);
    };
  });
const loudness_of_voice = (): Promise<number[]> =>
  citizen.page.evaluate(() => [...(window as unknown as ListeningWindow).voices].map((voice) => voice.volume));
const adviser_is_as_loud_as = (volume: number) =>
  until(`the adviser at ${volume}`, async () => (await citizen.page.locator('video[aria-label="Votre conseiller"]').evaluate((video) => (video as HTMLVideoElement).volume)) === volume, 30_000);

test('two bodies stand behind one subject: the citizen chooses by name, and sees who is there', async () => {
  await citizen.touch(/Ma famille, mes aides.*2 services/s);
  await heading('Avec qui voulez-vous parler ?').waitFor();
  await citizen.button(caf).waitFor();
  await citizen.button(/Mutualité sociale agricole.*Personne pour le moment/s).waitFor();
  await kiosk_is_clear('bodies');
  await citizen.touch(/Mutualité sociale agricole/);
  await citizen.reads('Vous pouvez aussi :');
  await citizen.touch('Retour');
  await citizen.is_at_start();
});

test('nobody answers the ring: the citizen reads that it is not their fault, and tries the same body again', async () => {
  await listen();
  await citizen.touch(/Ma famille, mes aides/);
  await citizen.touch(caf);
  await citizen.touch('Oui, j’entends');
  await adviser.button('Recevoir').waitFor();
  let_pass_over_rings();
  await heading('Personne n’a pu répondre').waitFor();
  await citizen.reads('Vous n’avez rien fait de mal.');
  await kiosk_is_clear('nobody answered');
  await citizen.touch('Essayer encore');
  await heading('M’entendez-vous ?').waitFor();
  await citizen.touch('Arrêter');
  await citizen.is_at_start();
});

test('bigger text: each touch makes the words grow', async () => {
  const normal = await size_of('Bonjour');
  await citizen.touch('Texte plus grand');
  const large = await until('bigger words', async () => (await size_of('Bonjour')) > normal && size_of('Bonjour'));
  await kiosk_is_clear('start, large');
  await citizen.touch('Texte plus grand');
  await until('the biggest words', async () => (await size_of('Bonjour')) > large);
  await kiosk_is_clear('start, larger');
});

test('the biggest words go along to the next screens, and nothing falls off them', async () => {
  await citizen.touch(/Ma famille, mes aides/);
  await heading('Avec qui voulez-vous parler ?').waitFor();
  await kiosk_is_clear('bodies, larger');
  expect(await is_wider_than_the_screen()).toBe(false);
  await citizen.touch(caf);
  await heading('M’entendez-vous ?').waitFor();
  await kiosk_is_clear('rehearsal, larger');
});

test('louder: the kiosk’s voice, and then the adviser, are heard louder at each touch', async () => {
  expect(await loudness_of_voice()).toEqual([0.7]);
  await citizen.touch('Plus fort');
  expect(await loudness_of_voice()).toEqual([0.85]);
  await citizen.touch('Oui, j’entends');
  await adviser.accepts();
  await citizen.sees_adviser();
  await adviser_is_as_loud_as(0.85);
  await citizen.touch('Plus fort');
  expect(await loudness_of_voice()).toEqual([1]);
  await adviser_is_as_loud_as(1);
  await kiosk_is_clear('conversation, larger');
});

test('a paper and a document are asked about in the biggest words too', async () => {
  await adviser.scans();
  await citizen.reads('Envoyer cette page au conseiller ?');
  await kiosk_is_clear('page, larger');
  await citizen.sends_page();
  await adviser.has_pages(1);
  await adviser.offers_print(installation.form.pdf);
  await citizen.reads('Imprimer ?');
  await kiosk_is_clear('document, larger');
  await citizen.touch('Ne pas imprimer');
  await adviser.reads_print_state('Refusée par la personne');
});

test('the next person finds the text and the voice as they were', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé');
  await kiosk_is_clear('farewell, larger');
  await citizen.is_at_start();
  expect(await citizen.page.evaluate(() => document.documentElement.dataset['text'])).toBeUndefined();
  expect(await loudness_of_voice()).toEqual([0.7]);
  for (const name of ['Texte plus grand', 'Plus fort']) expect(await citizen.button(name).getAttribute('aria-pressed')).toBe('false');
});
