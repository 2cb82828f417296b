// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/adviser';
import { mount_app } from '@parvis/ui';
import { RequireAccount } from '@parvis/ui/sign-in';
import { AdviserPage } from './AdviserPage.tsx';

mount_app(
  <RequireAccount roles={['adviser']}>
    <AdviserPage />
  </RequireAccount>,
  { catalogues },
);
