// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';
import { launch_browser } from './browser.ts';
import { Staff } from './people.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts } from './staff.ts';

/** The mediator at the front desk of the site. */
export class Mediator extends Staff {
  static async at_desk(server: StartedServer, email: string = demo_accounts.mediator): Promise<Mediator> {
    const mediator = new Mediator(await launch_browser('desk'));
    await mediator.signs_in(server, email, '/desk/');
    return mediator;
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  panel(name: RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  /** The first in any list who bears this name. */
  row_of(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) }).first();
  }

  /** Chooses the body for the person at the kiosk. */
  async connects(body: RegExp): Promise<void> {
    await this.button('Mettre en relation').click();
    const dialog = this.dialog();
    await dialog.locator('label').filter({ hasText: body }).click();
    await dialog.getByRole('button', { name: 'Mettre en relation' }).click();
  }
}
