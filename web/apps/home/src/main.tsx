// SPDX-License-Identifier: EUPL-1.2
import { catalogues } from '@parvis/i18n/home';
import { mount_app } from '@parvis/ui';
import { Page } from './Page.tsx';

mount_app(<Page />, { catalogues });
