// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { new_ulid } from '../support/link.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { demo_accounts, StaffSession, type Answer } from '../support/staff.ts';

// Nadia talks with somebody while her next appointment draws near: she is told in time, and told once they are there.

interface Overview {
  networks: { network_id: string; sites: { site_id: string; commune: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}
interface Motives {
  motives: { motive: { motive_id: string; partner_id: string; label: { fr: string } } }[];
}
interface Plan {
  supplies: { supply: { supply_id: string; group_id: string }; revision: number }[];
}

const minute_ms = 60_000;
const day_ms = 1440 * minute_ms;
/** As long as a health card takes. */
const talk_ms = 15 * minute_ms;

let installation: Installation;
let citizen: Citizen;
let nadia: Adviser;
let mediator: StaffSession;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux' });
  mediator = await StaffSession.open(installation.server.local_url, demo_accounts.mediator);
  [nadia, citizen] = await Promise.all([Adviser.at_work(installation.server, demo_accounts.foreign_adviser), Citizen.arrive(installation.kiosk)]);
  await meet(citizen, nadia, 'Ma santé');
});
afterAll(async () => {
  await citizen?.leave();
  await nadia?.leave();
  await installation?.stop();
});

async function done(step: Promise<Answer>): Promise<unknown> {
  const { status, body } = await step;
  if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** The next moment of five minutes; nobody is booked over midnight, so late in the evening it began a while ago. */
function next_moment(): number {
  const next = Math.ceil(Date.now() / (5 * minute_ms)) * 5 * minute_ms;
  if (day_of(next - 1) !== day_of(next) || day_of(next) === day_of(next + talk_ms - 1)) return next;
  let last = next;
  while (day_of(last + talk_ms - 1) !== day_of(Date.now())) last -= 5 * minute_ms;
  return last;
}

/** Somebody has an appointment with the health insurance at Bretenoux, in a few minutes. */
async function somebody_is_expected(first_name: string): Promise<string> {
  const administrator = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  const [network] = ((await done(administrator.get('/api/v1/network'))) as Overview).networks;
  if (network === undefined) throw new Error('the demonstration has no network');
  const { network_id } = network;
  const site_id = network.sites.find(({ commune }) => commune === 'Bretenoux')?.site_id ?? '';
  const { motives } = (await done(administrator.get(`/api/v1/networks/${network_id}/motives`))) as Motives;
  const motive = motives.find((each) => each.motive.label.fr === 'Refaire ma carte Vitale')?.motive;
  const group_id = network.groups.find(({ partner_id }) => partner_id === motive?.partner_id)?.group_id;
  const days = [day_of(Date.now()), day_of(Date.now() + day_ms)];
  for (const day of days) await done(administrator.put(`/api/v1/sites/${site_id}/exceptions/${day}`, { reason: 'Journée continue', hours: [{ from_minute: 0, to_minute: 1440 }] }));
  const { supplies } = (await done(administrator.get(`/api/v1/networks/${network_id}/plan?from=${days[0]}&to=${day_of(Date.now() + 14 * day_ms)}`))) as Plan;
  for (const { supply, revision } of supplies.filter((each) => each.supply.group_id === group_id)) {
    await done(administrator.post(`/api/v1/supplies/${supply.supply_id}/end`, { last_day: day_of(Date.now() - day_ms), revision }));
  }
  const supply_id = new_ulid();
  await done(
    administrator.put(`/api/v1/supplies/${supply_id}`, {
      group_id,
      modality: 'appointment',
      recurrence: { first_day: days[0], rule: 'FREQ=DAILY;COUNT=2', except: [] },
      legs: [{ sites: [site_id], from_minute: 0, to_minute: 1440 }],
      slot_minutes: 5,
      advisers: 1,
      walk_in_percent: 0,
      motives: [motive?.motive_id],
      revision: 0,
    }),
  );
  const appointment_id = new_ulid();
  await done(
    mediator.put(`/api/v1/appointments/${appointment_id}`, { supply_id, starts_at: next_moment(), door: 'kiosk', site_id, motives: [motive?.motive_id], visitor: { first_name }, occurred_at: Date.now() - 180 * minute_ms }),
  );
  return appointment_id;
}

test('during a talk, the appointment of the next minutes is named with hour, person and place, and again when they are there', async () => {
  const appointment_id = await somebody_is_expected('Odette');
  await nadia.reads(/^(Rendez-vous suivant à .* : Odette, Mairie de Bretenoux\. La personne n’est pas encore arrivée\. Pensez à conclure\.|Le rendez-vous de .* n’est pas encore arrivé : Odette, Mairie de Bretenoux\.)$/, 90_000);
  expect.soft(await nadia.stumbling_blocks(), 'somebody is expected').toEqual([]);
  const { ticket } = (await done(mediator.post(`/api/v1/appointments/${appointment_id}/arrive`, { ticket_id: new_ulid() }))) as { ticket: { number: number } };
  const arrived = `le n° ${ticket.number} est arrivé, Mairie de Bretenoux. Pensez à conclure.`;
  const late = `attend : n° ${ticket.number}, Mairie de Bretenoux.`;
  await nadia.page.getByText(arrived).or(nadia.page.getByText(late)).first().waitFor({ timeout: 90_000 });
  expect.soft(await nadia.stumbling_blocks(), 'somebody waits').toEqual([]);
  await nadia.sees_citizen();
});
