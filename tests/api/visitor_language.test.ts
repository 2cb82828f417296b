// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { new_ulid } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { SmtpSink } from '../support/smtp_sink.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';
import { until } from '../support/until.ts';

// Who reads English is written to in English, and the desk sees whether that has left.

interface Told {
  tellings: { channel: string; state: string; explanation: string }[];
}

let smtp: SmtpSink;
let server: StartedServer;
let supply: OpenSupply;
let mediator: StaffSession;
beforeAll(async () => {
  smtp = await SmtpSink.start();
  server = await StartedServer.start({ settings: { mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr', from_name: 'Réseau du Lot' } } });
  supply = await open_supply(server, 'Être aidé dans un moment difficile');
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
});
afterAll(async () => {
  await server?.stop();
  await smtp?.stop();
});

let hours_ahead = 3;
async function book(visitor: Record<string, unknown>): Promise<string> {
  const id = new_ulid();
  hours_ahead += 2;
  const wish = { supply_id: supply.supply_id, starts_at: supply.next_slot(hours_ahead * 60), door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor };
  expect(await mediator.put(`/api/v1/appointments/${id}`, wish)).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  return id;
}
const told = async (id: string): Promise<Told['tellings']> => ((await mediator.get(`/api/v1/appointments/${id}/messages`)).body as Told).tellings;
const mail_to = (address: string) => smtp.taken.find((mail) => mail.to === address);

test('an English visitor gets an English mail, everybody else a French one', async () => {
  const id = await book({ first_name: 'Rose', email: 'rose@exemple.fr', language: 'en' });
  await book({ first_name: 'Odette', email: 'odette@exemple.fr' });
  await until('both mails', () => mail_to('rose@exemple.fr') !== undefined && mail_to('odette@exemple.fr') !== undefined);
  expect(mail_to('rose@exemple.fr')?.headers['content-language']).toBe('en');
  expect(mail_to('rose@exemple.fr')?.headers.subject).toMatch(/^Your appointment with .+ \(MSA\): /);
  expect(mail_to('rose@exemple.fr')?.parts['text/plain']).toContain('Get help in hard times');
  expect(mail_to('odette@exemple.fr')?.headers.subject).toMatch(/^Votre rendez-vous avec .+ \(MSA\) : /);
  expect((await mediator.get(`/api/v1/appointments/${id}`)).body).toMatchObject({ visitor: { language: 'en' } });
});

test('the desk sees what has left, what could not, and what is not offered', async () => {
  smtp.refused.add('nobody@exemple.fr');
  const id = await book({ email: 'nobody@exemple.fr', telephone: '05 36 49 10 01' });
  await until('the refusal', async () => (await told(id))[0]?.state === 'given_up');
  const [by_mail, by_text] = await told(id);
  expect(by_mail?.explanation).toContain('550');
  expect(by_text).toEqual({ channel: 'text_message', state: 'not_offered', explanation: '' });
  const fine = await book({ email: 'yvonne@exemple.fr' });
  await until('the mail', async () => (await told(fine))[0]?.state === 'sent');
  expect(await told(await book({ first_name: 'Marcel' }))).toEqual([]);
});

test('a language that is not spoken here, and appointments of others, are refused', async () => {
  const wish = { supply_id: supply.supply_id, starts_at: supply.next_slot(30 * 60), door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { language: 'de' } };
  expect(await mediator.put(`/api/v1/appointments/${new_ulid()}`, wish)).toMatchObject({ status: 400, body: { pointer: '/visitor/language' } });
  expect(await mediator.get(`/api/v1/appointments/${new_ulid()}/messages`)).toMatchObject({ status: 404, body: { code: 'appointment_unknown' } });
});
