// SPDX-License-Identifier: EUPL-1.2
import './portal.css';
import { catalogues } from '@parvis/i18n/portal';
import { mount_app } from '@parvis/ui';
import { PortalPage } from './PortalPage.tsx';

mount_app(<PortalPage />, { catalogues });
