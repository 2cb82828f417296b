// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { ClearedPlan } from '../support/cleared_plan.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { new_ulid } from '../support/link.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { demo_accounts, done, StaffSession } from '../support/staff.ts';

// Nadia talks with somebody while her next appointment draws near: she is told in time, and told once they are there.

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
  const cleared = await ClearedPlan.of(installation.server.local_url, 'Refaire ma carte Vitale');
  const { site_id, motive_id } = cleared;
  const today = day_of(Date.now());
  for (const day of [today, day_of(Date.now() + day_ms)]) await cleared.open_all_day(day);
  const supply_id = await cleared.plan({ first_day: today, rule: 'FREQ=DAILY;COUNT=2' }, { from_minute: 0, to_minute: 1440 }, 5);
  const appointment_id = new_ulid();
  await done(
    mediator.put(`/api/v1/appointments/${appointment_id}`, { supply_id, starts_at: next_moment(), door: 'kiosk', site_id, motives: [motive_id], visitor: { first_name }, occurred_at: Date.now() - 180 * minute_ms }),
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
