// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/network';
import { mount_app } from '@parvis/ui';
import { RequireAccount } from '@parvis/ui/sign-in';
import { NetworkPage } from './NetworkPage.tsx';

mount_app(
  <RequireAccount roles={['administrator', 'technician', 'coordinator', 'mediator']}>
    <NetworkPage />
  </RequireAccount>,
  { catalogues },
);
