// SPDX-License-Identifier: EUPL-1.2
// What the one who handles the papers needs of the conversation around them.
import type { Call } from '@parvis/call';
import type { Table } from './table.ts';

/** What the audit trail is owed; counts and kinds, never content. */
export type Fact = 'page_sent' | 'page_kept' | 'paper_received' | 'print_agreed' | 'print_refused';

export interface ClerkTools {
  call(): Call<'kiosk'>;
  /** Whether the adviser's grant is the one that the server gave. */
  may_command(): boolean;
  record(fact: Fact): void;
  changed(table: Table): void;
}
