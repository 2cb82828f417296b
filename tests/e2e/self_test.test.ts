// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start_installation, type Installation } from '../support/installation.ts';
import { Staff } from '../support/people.ts';
import { demo_accounts } from '../support/staff.ts';

let installation: Installation;
let technician: Staff;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux' });
  technician = await Staff.sign_in(installation.server, demo_accounts.technician, '/network/', 'technician');
});
afterAll(async () => {
  await technician?.leave();
  await installation?.stop();
});

const row = () => technician.page.getByRole('row').filter({ hasText: 'Borne de Bretenoux' });
const dialog = () => technician.page.getByRole('dialog');
const check = (name: string) => dialog().getByRole('row').filter({ has: technician.page.getByRole('rowheader', { name }) });

test('what the kiosk found of itself at its start is read from afar', async () => {
  await expect
    .poll(async () => {
      await technician.page.reload();
      await row().waitFor();
      return row().innerText();
    }, { timeout: 30_000 })
    .toMatch(/En ordre|À surveiller/);
  await row().getByRole('button', { name: 'Autotest' }).click();
  await dialog().getByText(/^Dernier autotest : /).waitFor();
  await check('Imprimante').getByText('En ordre').waitFor();
  await check('Scanner').getByText('En ordre').waitFor();
});

test('a printer that has run out of paper since then is found when the technician orders the self-test', async () => {
  installation.printer.set_mode('paper');
  installation.printer.control('cupsdisable', [installation.printer.queue]);
  await dialog().getByRole('button', { name: 'Lancer l’autotest' }).click();
  await check('Imprimante').getByText('Ne marche pas').waitFor({ timeout: 60_000 });
  await check('Scanner').getByText('En ordre').waitFor();
  expect(await technician.stumbling_blocks()).toEqual([]);
  await dialog().getByRole('button', { name: 'Fermer' }).last().click();
  await row().getByText('Ne marche pas').waitFor();
});

test('a kiosk that is not there is said to be so in words', async () => {
  await installation.kiosk.halt();
  await row().getByRole('button', { name: 'Autotest' }).click();
  await expect
    .poll(async () => {
      await dialog().getByRole('button', { name: 'Lancer l’autotest' }).click();
      return dialog().innerText();
    }, { timeout: 60_000, interval: 1000 })
    .toContain('Cette borne n’est pas connectée.');
});
