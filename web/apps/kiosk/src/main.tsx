// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/kiosk';
import { mount_app } from '@parvis/ui';
import { KioskPage } from './KioskPage.tsx';
import { page_token } from './page_token.ts';
import { Station } from './station.ts';
import { StationProvider } from './use_station.tsx';

const station = new Station(page_token());
station.start();

mount_app(
  <StationProvider station={station}>
    <KioskPage />
  </StationProvider>,
  { catalogues, initial: 'fr', remember: false },
);
