// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { make_form, type Form } from '../support/form.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { read_marker } from '../support/picture.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

// The adviser shows a document that nobody prints: the citizen reads it at the kiosk, page by page.

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let forms: Form[];
let letter: string;
let photograph: string;
beforeAll(async () => {
  folder = temporary_folder('shown-file');
  forms = ['1111222233334444', '5555666677778888', '9999aaaabbbbcccc'].map((code, index) => make_form(folder, code, `Courrier, page ${index + 1}`));
  letter = join(folder, 'courrier.pdf');
  execFileSync('pdfunite', [...forms.map((form) => form.pdf), letter]);
  photograph = join(folder, 'photo.png');
  execFileSync('pdftoppm', ['-r', '150', '-singlefile', '-png', forms[1]?.pdf ?? '', photograph.replace(/\.png$/, '')]);
  conversation = await begin_conversation();
  ({ installation, citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

/** The page that is drawn on the kiosk's screen now, as its marker says; "" while there is none. */
async function page_before_citizen(): Promise<string> {
  const canvas = citizen.page.getByRole('region', { name: /courrier|photo/ }).locator('canvas');
  if ((await canvas.count()) === 0) return '';
  const { width, height, pixels } = await canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const rgba = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    let text = '';
    for (let at = 0; at < rgba.length; at += 4) text += String.fromCharCode(rgba[at] ?? 0);
    return { width, height, pixels: btoa(text) };
  });
  if (width === 0) return '';
  return read_marker({ width, height, grey: new Uint8Array(Buffer.from(pixels, 'base64')) });
}

async function citizen_has(page: number): Promise<void> {
  await until(`page ${page} before the citizen`, async () => (await page_before_citizen()) === forms[page - 1]?.code);
  await adviser.reads(`La personne a la page ${page} sur 3 devant elle.`);
}

test('the adviser shows a file: the citizen sees its first page, the adviser reads so, and nothing is printed', async () => {
  await adviser.chooses_file(letter);
  await adviser.button('Montrer à la borne, sans imprimer').click();
  await citizen.reads('Le conseiller vous montre un document');
  await citizen_has(1);
  expect(installation.printer.papers()).toEqual([]);
});

test('the citizen turns the page, and the adviser sees which one is read', async () => {
  await citizen.touch('Page suivante');
  await citizen.reads('Page 2 sur 3');
  await citizen_has(2);
});

test('the adviser turns the page for the citizen, but not past the last one', async () => {
  await adviser.button('Tourner à la page suivante').click();
  await citizen_has(3);
  expect(await adviser.button('Tourner à la page suivante').isDisabled()).toBe(true);
  expect(await citizen.button('Page suivante').isDisabled()).toBe(true);
});

test('the citizen makes the page larger, and it stays the same page', async () => {
  const paper = citizen.page.getByRole('region', { name: 'courrier.pdf' });
  const width = () => paper.locator('canvas').evaluate((canvas) => canvas.clientWidth);
  const before = await width();
  await citizen.touch('Agrandir');
  await expect.poll(width).toBeGreaterThan(before * 1.3);
  await citizen_has(3);
});

test('neither page stumbles a screen reader or weak eyes while a file is read', async () => {
  for (const size of [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }]) {
    await citizen.page.setViewportSize(size);
    expect(await citizen.stumbling_blocks()).toEqual([]);
  }
  expect(await adviser.stumbling_blocks()).toEqual([]);
});

test('the adviser’s page is loaded again: it learns from the kiosk what is read there', async () => {
  await adviser.page.reload();
  await Promise.all([citizen.sees_adviser(40_000), adviser.sees_citizen(40_000)]);
  await adviser.page.getByRole('tab', { name: 'Montrer ou imprimer' }).click();
  await citizen_has(3);
});

test('the kiosk’s page is loaded again: the file is before the citizen again, at the same page, without being sent again', async () => {
  await citizen.page.reload();
  await Promise.all([citizen.sees_adviser(40_000), adviser.sees_citizen(40_000)]);
  await citizen_has(3);
});

test('the citizen closes it, the adviser reads so; the citizen looks at it once more, and the adviser closes it', async () => {
  await citizen.touch('Fermer');
  await adviser.reads('La personne l’a fermé. Elle peut le revoir.');
  await citizen.reads('Document montré');
  expect(await citizen.stumbling_blocks()).toEqual([]);
  await citizen.touch('Revoir');
  await citizen_has(3);
  await adviser.button('Fermer à la borne').click();
  await citizen.button('Revoir').waitFor();
  await adviser.reads('Fermé. La personne peut le revoir.');
});

test('what was shown can be printed without being sent again, once the citizen agrees', async () => {
  await adviser.button('Proposer l’impression').click();
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
  expect(installation.printer.papers().map((paper) => readFileSync(paper))).toEqual([readFileSync(letter)]);
});

test('the kiosk’s program dies while the file is read: it is put away on both sides, and the adviser reads why', async () => {
  await citizen.touch('Revoir');
  await citizen_has(3);
  await installation.kiosk.kill();
  await installation.kiosk.start_again();
  await adviser.reads('La borne a redémarré et ne l’a plus. Montrez-le de nouveau.');
  await until('the file to be put away', async () => (await page_before_citizen()) === '');
  expect(await citizen.button('Revoir').count()).toBe(0);
});

test('a picture is shown on a page of its own', async () => {
  await adviser.chooses_file(photograph);
  await adviser.button('Montrer à la borne, sans imprimer').click();
  await adviser.reads('La personne a la page 1 sur 1 devant elle.');
  await until('the picture before the citizen', async () => (await picture_shown()) > 0.65);
  expect(await citizen.button('Page suivante').count()).toBe(0);
});

/** How much of the width of the kiosk's canvas lies between the outermost dark columns. */
async function picture_shown(): Promise<number> {
  const canvas = citizen.page.getByRole('region', { name: 'photo.png' }).locator('canvas');
  if ((await canvas.count()) === 0) return 0;
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    if (width === 0) return 0;
    const rgba = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const dark = Array.from({ length: width }, (_, column) => column).filter((column) => {
      for (let row = 0; row < height; row += 1) if ((rgba[(row * width + column) * 4] ?? 255) < 100) return true;
      return false;
    });
    return ((dark.at(-1) ?? 0) - (dark[0] ?? 0)) / width;
  });
}

test('a file of another kind, a damaged one and one that is too large are refused in words, and nothing leaves', async () => {
  const bad = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  await adviser.chooses_file(bad('tableau.xlsx', 'PK\u0003\u0004'));
  await adviser.reads('« tableau.xlsx » n’est ni un PDF, ni une image PNG ou JPEG. Rien n’est parti. Enregistrez-le en PDF, puis choisissez-le.');
  await adviser.chooses_file(bad('coupe.pdf', '%PDF-1.7 and then nothing'));
  await adviser.reads(/« coupe.pdf » ne s’ouvre pas : il est abîmé ou protégé par un mot de passe. Rien n’est parti./);
  await adviser.chooses_file(bad('casse.png', readFileSync(photograph).subarray(0, 60)));
  await adviser.reads('L’image « casse.png » est abîmée et ne s’ouvre pas. Rien n’est parti. Choisissez un autre fichier.');
  const large = bad('gros.pdf', '%PDF-1.7');
  truncateSync(large, 64 * 1024 * 1024 + 1);
  await adviser.chooses_file(large);
  await adviser.reads('« gros.pdf » dépasse 64 Mo. Rien n’est parti. Partagez-le en plusieurs fichiers.');
  await adviser.reads('La personne a la page 1 sur 1 devant elle.');
  expect(await adviser.button('Montrer à la borne, sans imprimer').count()).toBe(0);
});

test('at the end the shown file is erased and counted like everything else', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé');
  expect(await citizen.page.locator('canvas').count()).toBe(0);
  const session = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  const wiped = await until('the record of the wipe', async () => {
    const { entries } = (await session.get('/api/v1/audit')).body as { entries: { act: string; detail: string }[] };
    return entries.find((entry) => entry.act === 'papers_wiped' && entry.detail.startsWith('reason=ended'))?.detail;
  });
  expect(wiped).toMatch(/daemon_papers=1 .*page_papers=1 /);
});
