// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HomeVisitor } from '../support/home_visitor.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// Whoever opens the link of an appointment from home at the wrong moment, or with the wrong code, reads what to do.

let server: StartedServer;
let desk: StaffSession;
let supply: OpenSupply;
beforeAll(async () => {
  server = await StartedServer.start();
  supply = await open_supply(server, 'Refaire ma carte Vitale');
  desk = await StaffSession.open(server.local_url, demo_accounts.mediator);
});
afterAll(async () => server?.stop());

async function opens(code: string, look: (visitor: HomeVisitor) => Promise<void>, options: Parameters<typeof HomeVisitor.join>[2] = {}): Promise<void> {
  const visitor = await HomeVisitor.join(server, code, options);
  try {
    await look(visitor);
    expect.soft(await visitor.stumbling_blocks()).toEqual([]);
  } finally {
    await visitor.leave();
  }
}

test('hours too early: when to come back, and the camera may be tried', async () => {
  const { code } = await supply.book(desk, 'Odette', 400, 'home');
  await opens(code, async (visitor) => {
    await visitor.is_at('C’est un peu tôt');
    await visitor.reads(/Revenez sur cette page .* à partir de \d\d:\d\d/);
    await visitor.button('Essayer ma caméra et mon micro').waitFor();
  });
});

test('the portal leads there from the appointment', async () => {
  const { code } = await supply.book(desk, 'Simone', 440, 'home');
  await opens('', async (visitor) => {
    await visitor.page.goto(`${server.url}/portal/?step=mine`);
    await visitor.page.getByRole('textbox').fill(code);
    await visitor.page.keyboard.press('Enter');
    await visitor.touch('Rejoindre mon rendez-vous de chez moi');
    await visitor.is_at('C’est un peu tôt');
    await visitor.reads('Refaire ma carte Vitale');
  });
});

test('an appointment at the counter: it takes place there', async () => {
  const { code } = await supply.book(desk, 'Lucie', 240, 'kiosk');
  await opens(code, async (visitor) => {
    await visitor.is_at('Ce rendez-vous n’est pas sur cet écran');
    await visitor.reads(/Mairie de Bretenoux/);
  });
});

test('a wrong code: checked, typed again, and the right one opens', async () => {
  const { code } = await supply.book(desk, 'Marcel', 480, 'home');
  await opens('ACDEF-HJKMP', async (visitor) => {
    await visitor.reads(/Ce code n’ouvre aucun rendez-vous/);
    await visitor.page.getByLabel('Code du rendez-vous').fill(code.toLowerCase());
    await visitor.touch('Ouvrir mon rendez-vous');
    await visitor.is_at('C’est un peu tôt');
  });
});

test('the appointment is cancelled while somebody waits at home: they read so', async () => {
  const { code, appointment_id } = await supply.book(desk, 'Jeanne', 0, 'home');
  await opens(code, async (visitor) => {
    await visitor.touch('Je suis là');
    await visitor.is_at('Vous êtes dans la file');
    await desk.post(`/api/v1/appointments/${appointment_id}/cancel`, { reason: 'citizen_prevented' });
    await visitor.is_at('Ce rendez-vous est terminé');
    await visitor.reads('Ce rendez-vous est annulé.');
  });
});

test('without camera and microphone: said in plain words, and one may come all the same', async () => {
  const { code } = await supply.book(desk, 'Paul', 15, 'home');
  await opens(
    code,
    async (visitor) => {
      await visitor.touch('Essayer ma caméra et mon micro');
      await visitor.reads(/Pas de caméra : le conseiller ne vous verra pas/);
      await visitor.touch('Je suis là');
      await visitor.is_at('Vous êtes dans la file');
    },
    { without_devices: true },
  );
});
