// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from './result.ts';

/**
 * What a page knows of its link. `since` (UTC ms) is when it last became online, or last stopped being so: it does not
 * move while the client alternates between `connecting` and `offline`. `ended` is set when the server closed the link
 * for good (signed out, revoked, opened elsewhere) and the client will not try again.
 */
export interface LinkState {
  readonly status: 'online' | 'connecting' | 'offline';
  readonly since: number;
  readonly ended: Problem | null;
}
