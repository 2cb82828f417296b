// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { until } from '../support/until.ts';

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  conversation = await begin_conversation();
  ({ installation, citizen, adviser } = conversation);
});
afterAll(() => conversation?.end());
afterEach(() => installation.printer.set_mode('ok'));

const newest_state = () => adviser.page.getByRole('list', { name: 'Impressions' }).getByRole('listitem').first();
const newest_reads = (words: string) =>
  until(`“${words}” beside the newest print`, async () => (await newest_state().innerText()).includes(words), 30_000);
const offer_and_agree = async (): Promise<void> => {
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
};

test.each([
  ['out of paper', 'paper', 'Plus de papier', /L’imprimante n’a plus de papier/],
  ['jammed', 'jam', 'Papier coincé', /Du papier est coincé dans l’imprimante/],
  ['open', 'cover', 'Capot ouvert', /Le capot de l’imprimante est ouvert/],
] as const)('a printer that is %s says so to both; the paper comes by itself once that is mended', async (_what, mode, to_adviser, to_citizen) => {
  const before = installation.printer.papers().length;
  installation.printer.set_mode(mode);
  await offer_and_agree();
  await newest_reads(to_adviser);
  await citizen.reads(to_citizen);
  expect(installation.printer.papers()).toHaveLength(before);
  installation.printer.set_mode('ok');
  await newest_reads('Imprimée');
  expect(readFileSync(installation.printer.papers().at(-1) ?? '')).toEqual(readFileSync(installation.form.pdf));
});

test('a printer that stopped is told as stopped, and prints once it is started again', async () => {
  const before = installation.printer.papers().length;
  installation.printer.set_mode('stop');
  await offer_and_agree();
  await newest_reads('Imprimante arrêtée');
  await citizen.reads(/L’imprimante est arrêtée/);
  installation.printer.set_mode('ok');
  installation.printer.control('cupsenable', [installation.printer.queue]);
  await newest_reads('Imprimée');
  expect(installation.printer.papers()).toHaveLength(before + 1);
});

test('a print that the adviser takes back while it waits never comes out, and nothing stays in the spool', async () => {
  const before = installation.printer.papers().length;
  installation.printer.set_mode('paper');
  await offer_and_agree();
  await newest_reads('Plus de papier');
  await adviser.button(/^Annuler l’impression de/).first().click();
  await newest_reads('Annulée');
  installation.printer.set_mode('ok');
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé', 30_000);
  expect(installation.printer.papers()).toHaveLength(before);
  expect(installation.printer.spool_files()).toEqual([]);
});
