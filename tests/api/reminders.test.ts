// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppointmentRows } from '../support/appointment_rows.ts';
import { HttpSink } from '../support/http_sink.ts';
import { new_ulid } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
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
let server: StartedServer;
let appointments: AppointmentRows;
let technician: StaffSession;

beforeAll(async () => {
  smtp = await SmtpSink.start();
  gateway = await HttpSink.start();
  server = await StartedServer.start({
    settings: {
      portal_url: 'https://rdv.exemple.fr',
      mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr', from_name: 'Réseau du Lot' },
      text_messages: { url: gateway.url, token: 's3cret', sender: 'PARVIS' },
    },
  });
  appointments = new AppointmentRows(server);
  technician = await StaffSession.open(server.local_url, demo_accounts.technician);
});
afterAll(async () => {
  appointments?.close();
  await server?.stop();
  await smtp?.stop();
  await gateway?.stop();
});

const mails_to = (address: string): TakenMail[] => smtp.taken.filter((mail) => mail.to === address);
const report = async (who: StaffSession): Promise<Report> => (await who.get(`/api/v1/networks/${appointments.network_id}/messages`)).body as Report;

test('who booked gets a mail with a calendar event, and another that takes it back', async () => {
  const id = appointments.book({ email: 'odette@exemple.fr' });
  await until('the first mail', () => mails_to('odette@exemple.fr').length === 1);
  const [mail] = mails_to('odette@exemple.fr');
  expect(mail?.headers).toMatchObject({
    from: 'Réseau du Lot <rdv@exemple.fr>',
    'auto-submitted': 'auto-generated',
    'message-id': `<${id}.confirmed@exemple.fr>`,
  });
  expect(mail?.headers.subject).toMatch(/^Votre rendez-vous avec CAF : /);
  expect(mail?.parts['text/plain']).toMatch(/Bonjour Odette,[^]*Comment : par écran[^]*Mairie de Bretenoux[^]*Apportez :\r\n- /);
  expect(mail?.parts['text/plain']).toContain('https://rdv.exemple.fr');
  expect(mail?.types['text/calendar']).toContain('method=REQUEST');
  expect(mail?.parts['text/calendar']).toContain(`UID:${id}@parvis`);

  appointments.cancel(id);
  await until('the second mail', () => mails_to('odette@exemple.fr').length === 2);
  const second = mails_to('odette@exemple.fr')[1];
  expect(second?.types['text/calendar']).toContain('method=CANCEL');
  expect(second?.parts['text/calendar']).toMatch(/SEQUENCE:1\r\n/);
  expect(second?.parts['text/calendar']).toContain(`UID:${id}@parvis`);
});

test('who left a mobile number gets a text message through the gateway', async () => {
  const id = appointments.book({ telephone: '06 12 34 56 78' });
  await until('the text message', () => gateway.asked.length === 1);
  expect(gateway.asked[0]?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'idempotency-key': `${id}.confirmed` });
  expect(gateway.asked[0]?.body).toMatchObject({ to: '+33612345678', from: 'PARVIS' });
  expect(gateway.asked[0]?.body['text']).toMatch(/^Rendez-vous CAF pris : .* par écran, à : Mairie de Bretenoux/);
});

test('what does not arrive is shown to those who look after it, without a name, and to nobody else', async () => {
  smtp.refused.add('nobody@exemple.fr');
  const id = appointments.book({ email: 'nobody@exemple.fr' });
  await until('the failure', () => server.log().includes('message_not_delivered'));
  const seen = await report(technician);
  expect(seen).toMatchObject({
    email_offered: true,
    text_messages_offered: true,
    failing: [{ appointment_id: id, channel: 'email', state: 'given_up', problem: 'delivery_refused' }],
  });
  expect(JSON.stringify(seen)).not.toMatch(/Odette|nobody@/);
  expect(seen.failing[0]?.explanation).toContain('550');
  const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  expect(await mediator.get(`/api/v1/networks/${appointments.network_id}/messages`)).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  expect((await technician.post(`/api/v1/networks/${appointments.network_id}/messages/retry`)).status).toBe(200);
  expect((await technician.get(`/api/v1/networks/${new_ulid()}/messages`)).status).toBe(404);
});

test('the log names no address and no number', () => {
  expect(server.log()).toContain('message_not_delivered');
  expect(server.log()).not.toMatch(/exemple\.fr|0612345678|33612345678|Odette/);
});
