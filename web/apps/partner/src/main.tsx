// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/partner';
import { mount_app } from '@parvis/ui';
import { RequireAccount } from '@parvis/ui/sign-in';
import { PartnerPage } from './PartnerPage.tsx';

mount_app(
  <RequireAccount roles={['partner_manager', 'coordinator', 'administrator']}>
    <PartnerPage />
  </RequireAccount>,
  { catalogues },
);
