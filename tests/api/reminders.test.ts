// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown } from '../support/booking.ts';
import { HttpSink } from '../support/http_sink.ts';
import { new_ulid } from '../support/link.ts';
import { SmtpSink, type TakenMail } from '../support/smtp_sink.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

interface Report {
  email_offered: boolean;
  text_messages_offered: boolean;
  failing: { appointment_id: string; channel: string; state: string; problem: string; explanation: string }[];
}

let smtp: SmtpSink;
let gateway: HttpSink;
let town: BookingTown;
let technician: StaffSession;

beforeAll(async () => {
  smtp = await SmtpSink.start();
  gateway = await HttpSink.start();
  town = await BookingTown.open({
    settings: {
      portal_url: 'https://rdv.exemple.fr',
      mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr', from_name: 'Réseau du Lot' },
      text_messages: { url: gateway.url, token: 's3cret', sender: 'PARVIS' },
    },
  });
  technician = await StaffSession.open(town.server.local_url, demo_accounts.technician);
});
afterAll(async () => {
  await town?.server.stop();
  await smtp?.stop();
  await gateway?.stop();
});

const mails_to = (address: string): TakenMail[] => smtp.taken.filter((mail) => mail.to === address);
const report = async (who: StaffSession): Promise<Report> => (await who.get(`/api/v1/networks/${town.network_id}/messages`)).body as Report;

test('who booked gets a mail with a calendar event, and another that takes it back', async () => {
  const { appointment_id: id } = await town.booked({ visitor: { first_name: 'Odette', email: 'odette@exemple.fr' } });
  await until('the first mail', () => mails_to('odette@exemple.fr').length === 1);
  const [mail] = mails_to('odette@exemple.fr');
  expect(mail?.headers).toMatchObject({
    from: 'Réseau du Lot <rdv@exemple.fr>',
    'auto-submitted': 'auto-generated',
    'message-id': `<${id}.confirmed@exemple.fr>`,
  });
  expect(mail?.headers.subject).toMatch(/^Votre rendez-vous avec Assurance maladie \(CPAM\) : /);
  expect(mail?.parts['text/plain']).toMatch(/Bonjour Odette,[^]*Comment : par écran[^]*Mairie de Bretenoux[^]*Apportez :\r\n- /);
  expect(mail?.parts['text/plain']).toContain('https://rdv.exemple.fr/portal/?step=mine (donnez votre code)');
  expect(mail?.types['text/calendar']).toContain('method=REQUEST');
  expect(mail?.parts['text/calendar']).toContain(`UID:${id}@parvis`);

  await town.cancel(id);
  await until('the second mail', () => mails_to('odette@exemple.fr').length === 2);
  const second = mails_to('odette@exemple.fr')[1];
  expect(second?.types['text/calendar']).toContain('method=CANCEL');
  expect(second?.parts['text/calendar']).toMatch(/SEQUENCE:1\r\n/);
  expect(second?.parts['text/calendar']).toContain(`UID:${id}@parvis`);
});

test('who left a mobile number gets a text message through the gateway', async () => {
  const { appointment_id: id, code } = await town.booked({ visitor: { first_name: 'Odette', telephone: '06 12 34 56 78' } });
  await until('the text message', () => gateway.asked.length === 1);
  expect(gateway.asked[0]?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'idempotency-key': `${id}.confirmed` });
  expect(gateway.asked[0]?.body).toMatchObject({ to: '+33612345678', from: 'PARVIS' });
  expect(gateway.asked[0]?.body['text']).toMatch(/^Rendez-vous pris avec Assurance maladie \(CPAM\) : .* par écran, à : Mairie de Bretenoux/);
  expect(gateway.asked[0]?.body['text']).toContain(`ou https://rdv.exemple.fr/portal/?step=mine, code ${code}.`);
});

test('who joins from home is sent the link that opens the appointment, with the code where no server is told', async () => {
  const before = gateway.asked.length;
  const { code } = await town.booked({ door: 'home', visitor: { first_name: 'Simone', email: 'simone@exemple.fr', telephone: '06 12 34 56 79' } });
  const link = `https://rdv.exemple.fr/visit/#${code}`;
  await until('the mail', () => mails_to('simone@exemple.fr').length === 1);
  expect(mails_to('simone@exemple.fr')[0]?.parts['text/plain']).toContain(`Un peu avant l’heure, ouvrez cette page : ${link}\r\n`);
  await until('the text message', () => gateway.asked.length > before);
  expect(gateway.asked.at(-1)?.body['text']).toContain(`Rejoindre : ${link} `);
});

test('what does not arrive is shown to those who look after it, without a name, and to nobody else', async () => {
  smtp.refused.add('nobody@exemple.fr');
  const { appointment_id: id } = await town.booked({ visitor: { first_name: 'Odette', email: 'nobody@exemple.fr' } });
  // It is logged a moment before it is noted.
  await until('the failure', async () => (await report(technician)).failing.length === 1);
  const seen = await report(technician);
  expect(seen).toMatchObject({
    email_offered: true,
    text_messages_offered: true,
    failing: [{ appointment_id: id, channel: 'email', state: 'given_up', problem: 'delivery_refused', recipient: 'n•••@exemple.fr' }],
  });
  expect(JSON.stringify(seen)).not.toMatch(/Odette|nobody@/);
  expect(seen.failing[0]?.explanation).toContain('550');
  expect(await town.mediator.get(`/api/v1/networks/${town.network_id}/messages`)).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  expect((await technician.post(`/api/v1/networks/${town.network_id}/messages/retry`)).status).toBe(200);
  expect((await technician.get(`/api/v1/networks/${new_ulid()}/messages`)).status).toBe(404);
});

test('the mediator of the site sees it too, tries it again, and settles it by telephone; another site does not', async () => {
  const at_site = async (who: StaffSession) => await who.get(`/api/v1/sites/${town.site_id}/messages`);
  const stranger = await StaffSession.open(town.server.local_url, demo_accounts.foreign_mediator);
  expect(await at_site(stranger)).toMatchObject({ status: 403, body: { code: 'not_your_site' } });
  await until('the message given up', async () => ((await at_site(town.mediator)).body as Report).failing[0]?.state === 'given_up');
  const [failing] = ((await at_site(town.mediator)).body as Report).failing;
  const which = { appointment_id: failing?.appointment_id, kind: 'confirmed', channel: failing?.channel };
  expect(await stranger.post('/api/v1/messages/settle', which)).toMatchObject({ status: 404, body: { code: 'message_unknown' } });
  smtp.refused.delete('nobody@exemple.fr');
  expect((await town.mediator.post('/api/v1/messages/try', which)).status).toBe(204);
  await until('the mail', () => mails_to('nobody@exemple.fr').length === 1, 20_000);
  await until('nothing failing', async () => ((await at_site(town.mediator)).body as Report).failing.length === 0);
  smtp.refused.add('nobody@exemple.fr');
  await town.cancel(which.appointment_id ?? '');
  await until('the cancellation given up', async () => ((await at_site(town.mediator)).body as Report).failing.length === 1, 20_000);
  expect((await town.mediator.post('/api/v1/messages/settle', { ...which, kind: 'cancelled' })).status).toBe(204);
  expect(await at_site(town.mediator)).toMatchObject({ body: { failing: [], given_up: 0 } });
});

test('the log names no address, no number and no code', () => {
  expect(town.server.log()).toContain('message_not_delivered');
  expect(town.server.log()).not.toMatch(/exemple\.fr|0612345678|33612345678|Odette/);
});
