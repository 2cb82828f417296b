// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const asked: { headers: IncomingHttpHeaders; body: Record<string, string> }[] = [];
let smtp: SmtpSink;
let gateway: Server;
let server: StartedServer;
let database: DatabaseSync;
let network_id: string;
let technician: StaffSession;

beforeAll(async () => {
  smtp = await SmtpSink.start();
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(body) as Record<string, string> });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  server = await StartedServer.start({
    settings: {
      portal_url: 'https://rdv.exemple.fr',
      mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr', from_name: 'Réseau du Lot' },
      text_messages: { url: `http://127.0.0.1:${port}/send`, token: 's3cret', sender: 'PARVIS' },
    },
  });
  database = new DatabaseSync(join(server.data, 'parvis.db'));
  database.exec('PRAGMA busy_timeout = 10000');
  ({ network_id } = database.prepare('SELECT network_id FROM network').get() as { network_id: string });
  technician = await StaffSession.open(server.local_url, demo_accounts.technician);
});
afterAll(async () => {
  database?.close();
  await server?.stop();
  await smtp?.stop();
  await new Promise((resolve) => gateway.close(resolve));
});

/** What a booking writes; an appointment by kiosk at Bretenoux with the CAF, in three days. */
function book(visitor: { email?: string; telephone?: string }): string {
  const id = new_ulid();
  const starts_at = Date.now() + 3 * 86_400_000;
  database.exec('BEGIN IMMEDIATE');
  database
    .prepare(
      `INSERT INTO appointment (appointment_id, network_id, partner_id, group_id, supply_id, seat, site_id, door, starts_at, minutes,
         preparation_minutes, state, revision, code, first_name, email, telephone, companions, note_is_confidential, created_at,
         confirmed_at, recorded_at)
       SELECT ?, s.network_id, g.partner_id, g.group_id, ?, 0, s.site_id, 'kiosk', ?, 30, 0, 'confirmed', 1, ?, 'Odette', ?, ?, 0, 0, 1, 1, 1
       FROM site s, adviser_group g JOIN partner p ON p.partner_id = g.partner_id
       WHERE s.commune = 'Bretenoux' AND p.acronym = 'CAF' LIMIT 1`,
    )
    .run(id, id, starts_at, `${id.slice(-5)}-${id.slice(-10, -5)}`, visitor.email ?? null, visitor.telephone ?? null);
  database
    .prepare(`INSERT INTO appointment_motive SELECT ?, 0, m.motive_id FROM motive m JOIN motive_paper p ON p.motive_id = m.motive_id
              JOIN partner b ON b.partner_id = m.partner_id WHERE b.acronym = 'CAF' LIMIT 1`)
    .run(id);
  write_event(id, 'confirmed', 0);
  database.exec('COMMIT');
  return id;
}

function cancel(id: string): void {
  database.exec('BEGIN IMMEDIATE');
  database
    .prepare(`UPDATE appointment SET state = 'cancelled', cancel_reason = 'citizen_prevented', seat = NULL WHERE appointment_id = ?`)
    .run(id);
  write_event(id, 'cancelled', 1);
  database.exec('COMMIT');
}

function write_event(id: string, kind: string, sequence: number): void {
  database
    .prepare('INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence, occurred_at) VALUES (?, ?, ?, ?, ?, 1)')
    .run(id, kind, network_id, id, sequence);
}

const mails_to = (address: string): TakenMail[] => smtp.taken.filter((mail) => mail.to === address);
const report = async (who: StaffSession): Promise<Report> => (await who.get(`/api/v1/networks/${network_id}/messages`)).body as Report;

test('who booked gets a mail with a calendar event, and another that takes it back', async () => {
  const id = book({ email: 'odette@exemple.fr' });
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

  cancel(id);
  await until('the second mail', () => mails_to('odette@exemple.fr').length === 2);
  const second = mails_to('odette@exemple.fr')[1];
  expect(second?.types['text/calendar']).toContain('method=CANCEL');
  expect(second?.parts['text/calendar']).toMatch(/SEQUENCE:1\r\n/);
  expect(second?.parts['text/calendar']).toContain(`UID:${id}@parvis`);
});

test('who left a mobile number gets a text message through the gateway', async () => {
  const id = book({ telephone: '06 12 34 56 78' });
  await until('the text message', () => asked.length === 1);
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'idempotency-key': `${id}.confirmed` });
  expect(asked[0]?.body).toMatchObject({ to: '+33612345678', from: 'PARVIS' });
  expect(asked[0]?.body['text']).toMatch(/^Rendez-vous CAF pris : .* par écran, à : Mairie de Bretenoux/);
});

test('what does not arrive is shown to those who look after it, without a name, and to nobody else', async () => {
  smtp.refused.add('nobody@exemple.fr');
  const id = book({ email: 'nobody@exemple.fr' });
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
  expect(await mediator.get(`/api/v1/networks/${network_id}/messages`)).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  expect((await technician.post(`/api/v1/networks/${network_id}/messages/retry`)).status).toBe(200);
  expect((await technician.get(`/api/v1/networks/${new_ulid()}/messages`)).status).toBe(404);
});

test('the log names no address and no number', () => {
  expect(server.log()).toContain('message_not_delivered');
  expect(server.log()).not.toMatch(/exemple\.fr|0612345678|33612345678|Odette/);
});
