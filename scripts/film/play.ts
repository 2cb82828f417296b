// SPDX-License-Identifier: EUPL-1.2
// A whole interview that plays by itself. Each step returns only when both sides really saw it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { remove_folder, temporary_folder } from '../../tests/support/folders.ts';
import type { Installation } from '../../tests/support/installation.ts';
import { Adviser, Citizen, sees_moving } from '../../tests/support/people.ts';
import { demo_accounts } from '../../tests/support/staff.ts';
import { until } from '../../tests/support/until.ts';
import { compare_received, keep_picture, keep_printed, text_of_pdf } from './evidence.ts';
import { draw_faces } from './faces.ts';
import { Timeline } from './timeline.ts';
import { read_wipe } from './wipe_record.ts';

const done_words = 'Votre demande d’aide au logement est complète et transmise.';
const next_words = 'Vous recevrez la réponse par courrier.';

interface Film {
  installation: Installation;
  folder: string;
  citizen: Citizen;
  adviser: Adviser;
  timeline: Timeline;
}

/** Plays the film and leaves its evidence in the folder, which is emptied first. Throws at the first thing not seen. */
export async function play_film(installation: Installation, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const faces_folder = temporary_folder('faces');
  const people: (Citizen | Adviser)[] = [];
  try {
    console.log('-- two drawn people for the cameras');
    const faces = await draw_faces(faces_folder);
    const adviser = await Adviser.at_work(installation.server, demo_accounts.adviser, true, { camera_file: faces.adviser });
    people.push(adviser);
    const citizen = await Citizen.arrive(installation.kiosk, { camera_file: faces.citizen });
    people.push(citizen);
    const windows = new Map([['kiosk', citizen.page], ['adviser', adviser.page]]);
    const film: Film = { installation, folder, citizen, adviser, timeline: new Timeline(folder, windows) };
    console.log('-- the interview');
    await meeting(film);
    await scanning(film);
    await printing(film);
    await closing(film);
    const complaints = people.flatMap((person) => person.window.complaints);
    if (complaints.length > 0) throw new Error(`the pages complained:\n${complaints.join('\n')}`);
  } finally {
    for (const person of people) await person.leave();
    remove_folder(faces_folder);
  }
}

/** Waits until a page is drawn on the canvas: dark writing on white paper. */
async function sees_drawn(canvas: Locator): Promise<void> {
  await canvas.waitFor();
  await until('a page drawn on the screen', () =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const pen = (element as HTMLCanvasElement).getContext('2d');
      if (pen === null || width === 0 || height === 0) return false;
      const { data } = pen.getImageData(0, 0, width, height);
      let dark = 0;
      let white = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) continue;
        if ((data[at] ?? 0) < 100) dark += 1;
        if ((data[at] ?? 0) > 240) white += 1;
      }
      return dark > 200 && white > dark;
    }),
  );
}

async function meeting({ citizen, adviser, timeline }: Film): Promise<void> {
  await timeline.step('the adviser checked picture and sound', async () => {
    await citizen.is_at_start();
    await adviser.button('Ouvrir la caméra et le micro').click();
    await sees_moving(adviser.page.locator('video').first());
  });
  await timeline.step('the citizen touched a subject and saw themselves in the rehearsal', async () => {
    await citizen.button(/Ma famille, mes aides.*Ouvert maintenant/s).tap({ timeout: 30_000 });
    await citizen.reads('M’entendez-vous ?');
    await sees_moving(citizen.page.locator('video').first());
  });
  await timeline.step('the citizen heard the voice, and it rang at the adviser’s', async () => {
    await citizen.touch('Oui, j’entends');
    await citizen.reads(/Nous appelons/);
    await adviser.button('Recevoir').first().waitFor();
  });
  await timeline.step('the adviser received, and both saw each other', async () => {
    await adviser.accepts();
    await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
  });
}

async function scanning({ installation, folder, citizen, adviser, timeline }: Film): Promise<void> {
  await timeline.step('the adviser scanned, and the citizen saw the page first', async () => {
    await adviser.chooses('Points par pouce', '300');
    await adviser.scans();
    await citizen.reads('Envoyer cette page au conseiller ?', 60_000);
    await adviser.reads('La personne regarde la page et décide');
    await sees_drawn(citizen.page.locator('canvas').first());
    if ((await adviser.pages().count()) > 0) throw new Error('the page reached the adviser before the citizen decided');
  });
  await timeline.step('the citizen sent the page, and it lay in the adviser’s tray', async () => {
    await citizen.sends_page();
    await adviser.has_pages(1);
    await citizen.reads('Envoyée');
  });
  await timeline.step('the adviser downloaded the page, and it is the form that lay on the glass', async () => {
    const received = await adviser.downloads_pdf(folder, 'received-page.pdf');
    const comparison = { ...compare_received(received, installation.form), source: 'form.pdf', received: 'received-page.pdf' };
    keep_picture(received, folder, 'received-page.jpg');
    writeFileSync(join(folder, 'form.pdf'), readFileSync(installation.form.pdf));
    writeFileSync(join(folder, 'comparison.json'), `${JSON.stringify(comparison, null, 2)}\n`);
  });
}

async function printing({ installation, folder, citizen, adviser, timeline }: Film): Promise<void> {
  await timeline.step('the adviser offered the form for printing, and the citizen saw it before it was printed', async () => {
    await adviser.offers_print(installation.form.pdf);
    await citizen.button(/^Imprimer$/).waitFor();
    await sees_drawn(citizen.page.getByRole('region').locator('canvas'));
    await adviser.reads_print_state('La personne décide');
    if (installation.printer.papers().length > 0) throw new Error('the printer printed before the citizen agreed');
  });
  await timeline.step('the citizen agreed, and the printer received the form byte for byte', async () => {
    await citizen.agrees_to_print();
    await adviser.reads_print_state('Imprimée');
    const [paper = ''] = installation.printer.papers();
    const printed = keep_printed(paper, folder, 'printed.pdf');
    if (!readFileSync(printed).equals(readFileSync(installation.form.pdf))) throw new Error('the printer received another file than the form');
  });
}

async function closing({ installation, folder, citizen, adviser, timeline }: Film): Promise<void> {
  await timeline.step('the adviser wrote what was done and what comes next', async () => {
    await adviser.button('Terminer').click();
    const dialog = adviser.page.getByRole('dialog');
    await dialog.locator('label').filter({ hasText: /^Résolu$/ }).click();
    await dialog.getByLabel('Ce qui a été fait').fill(done_words);
    await dialog.getByLabel('Quoi', { exact: true }).first().fill(next_words);
    await dialog.getByLabel('Qui', { exact: true }).first().fill('La CAF');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await adviser.button('Proposer le papier').waitFor();
  });
  await timeline.step('the citizen was offered the receipt', async () => {
    await adviser.button('Proposer le papier').click();
    await citizen.reads('Voici votre reçu. Voulez-vous l’imprimer ?');
    await sees_drawn(citizen.page.getByRole('region').locator('canvas'));
  });
  const receipt = await timeline.step('the citizen agreed, and the receipt was printed', async () => {
    await citizen.agrees_to_print();
    const paper = await until('the receipt in the printer', () => installation.printer.papers()[1], 20_000);
    await adviser.reads_print_state('Imprimée');
    const kept = keep_printed(paper, folder, 'receipt.pdf');
    const text = text_of_pdf(kept).replace(/\s+/g, ' ').replaceAll("'", '’');
    for (const words of [done_words, next_words]) if (!text.includes(words)) throw new Error(`the receipt does not say: ${words}`);
    return text;
  });
  const end_screen = await timeline.step('goodbye: the citizen read what was erased, and the number of the receipt', async () => {
    await adviser.says_goodbye();
    await citizen.reads('La borne n’a rien gardé', 30_000);
    const code = await citizen.page.locator('text=Le code de votre reçu').locator('xpath=following-sibling::p[1]').innerText();
    if (!receipt.includes(code.trim())) throw new Error(`the receipt does not carry the number ${code} of the end screen`);
    return (await citizen.page.locator('body').innerText()).replace(/\s+/g, ' ').trim();
  });
  await timeline.step('the kiosk was back at its start by itself, and nothing was left of the one before', async () => {
    await citizen.is_at_start(40_000);
    const record = await read_wipe(installation, citizen, end_screen);
    writeFileSync(join(folder, 'wipe-record.json'), `${JSON.stringify(record, null, 2)}\n`);
  });
}
