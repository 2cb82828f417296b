// SPDX-License-Identifier: EUPL-1.2
import type { IconName } from '../icons/Icon.tsx';

/** What a message is about. A tone is never told by colour alone: it always comes with its pictogram. */
export type Tone = 'neutral' | 'good' | 'attention' | 'danger';

export const tone_icon: Record<Tone, IconName> = {
  neutral: 'information',
  good: 'check_circle',
  attention: 'warning',
  danger: 'error',
};
