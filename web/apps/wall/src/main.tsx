// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/wall';
import { mount_app } from '@parvis/ui';
import { WallPage } from './WallPage.tsx';

// A screen speaks to everybody: French first, whatever its browser prefers.
mount_app(<WallPage />, { catalogues, initial: 'fr', remember: false });
