// SPDX-License-Identifier: EUPL-1.2
import './visit.css';
import { catalogues } from '@parvis/i18n/visit';
import { mount_app } from '@parvis/ui';
import { Station } from './station.ts';
import { VisitPage } from './VisitPage.tsx';

const station = new Station();
station.start();
mount_app(<VisitPage station={station} />, { catalogues, remember: false });
