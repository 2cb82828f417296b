// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/desk';
import { mount_app } from '@parvis/ui';
import { RequireAccount } from '@parvis/ui/sign-in';
import { DeskPage } from './DeskPage.tsx';

mount_app(
  <RequireAccount roles={['mediator']}>
    <DeskPage />
  </RequireAccount>,
  { catalogues },
);
