// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/desk';
import { mount_app } from '@parvis/ui';
import { RequireAccount } from '@parvis/ui/sign-in';
import { DeskPage } from './DeskPage.tsx';
import { known_account } from './offline/desk_database.ts';
import { install_desk } from './offline/install.ts';

mount_app(
  <RequireAccount roles={['mediator']} known={known_account}>
    <DeskPage />
  </RequireAccount>,
  { catalogues },
);

install_desk();
