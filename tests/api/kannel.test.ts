// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown } from '../support/booking.ts';
import { start_kannel, type Kannel } from '../support/kannel.ts';
import { until } from '../support/until.ts';

interface Failing {
  appointment_id: string;
  channel: string;
  state: string;
  problem: string;
  recipient: string;
  explanation: string;
}

let kannel: Kannel;
let town: BookingTown;

const open_town = (password: string): Promise<BookingTown> =>
  BookingTown.open({
    settings: {
      // Its ê is a letter that a plain text message does not have.
      portal_url: 'https://rdv.forêt.exemple.fr',
      text_messages: { protocol: 'kannel', url: kannel.url, user: kannel.user, password, sender: 'PARVIS' },
    },
  });
const failing_at = async (where: BookingTown): Promise<Failing[]> =>
  ((await where.mediator.get(`/api/v1/sites/${where.site_id}/messages`)).body as { failing: Failing[] }).failing;

beforeAll(async () => {
  kannel = await start_kannel();
  town = await open_town(kannel.password);
});
afterAll(async () => {
  await town?.server.stop();
  await kannel?.stop();
});

test('a real Kannel carries the message letter for letter, in parts when it is long', async () => {
  const { appointment_id: id, code } = await town.booked({ visitor: { first_name: 'Odette', telephone: '06 12 34 56 78' } });
  const carried = (): string => kannel.carried.map(({ text }) => text).join('');
  await until('the whole text message', () => carried().endsWith(`code ${code}.`));
  expect(carried()).toMatch(/^Rendez-vous pris avec Assurance maladie \(CPAM\) : .* par écran, à : Mairie de Bretenoux/);
  expect(carried()).toContain('https://rdv.forêt.exemple.fr/portal/?step=mine');
  expect(kannel.carried.every(({ from, to, wide }) => from === 'PARVIS' && to === '+33612345678' && wide)).toBe(true);

  kannel.carried.length = 0;
  await town.cancel(id);
  await until('the second text message', () => carried().endsWith('Ne venez pas.'));
  expect(carried()).toMatch(/^Annulé : rendez-vous du .* à .* avec Assurance maladie \(CPAM\)\./);
  expect(await failing_at(town)).toEqual([]);
});

test('a number that it has no way to is given up and shown to the desk', async () => {
  const { appointment_id } = await town.booked({ visitor: { first_name: 'Simone', telephone: '06 99 34 56 78' } });
  await until('the message given up', async () => (await failing_at(town))[0]?.state === 'given_up');
  const [failing] = await failing_at(town);
  expect(failing).toMatchObject({ appointment_id, channel: 'text_message', problem: 'delivery_refused' });
  expect(failing?.explanation).toContain('403');
  expect(town.server.log()).not.toMatch(/33699345678|Simone/);
});

test('a password that it does not know holds messages back instead of giving them up, and stands in no log', async () => {
  const before = kannel.carried.length;
  const other = await open_town('not-what-was-agreed');
  try {
    await other.booked({ visitor: { first_name: 'Odette', telephone: '06 12 34 56 78' } });
    await until('the failure', async () => (await failing_at(other)).length === 1);
    const [failing] = await failing_at(other);
    expect(failing).toMatchObject({ channel: 'text_message', problem: 'delivery_unreachable' });
    expect(failing?.state).not.toBe('given_up');
    expect(JSON.stringify(failing)).not.toContain('not-what-was-agreed');
    expect(other.server.log()).not.toMatch(/not-what-was-agreed|612345678/);
    expect(kannel.carried.length).toBe(before);
  } finally {
    await other.server.stop();
  }
  expect(town.server.log()).not.toContain(kannel.password);
});
