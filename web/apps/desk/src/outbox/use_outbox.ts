// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, request } from '@parvis/api';
import { show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { outbox_shelf } from '../offline/desk_database.ts';
import { Outbox, type Outcome } from './outbox.ts';
import { new_code, next_number, promised, type Confirmed, type Deed, type Entry } from './outbox_model.ts';

const outbox = new Outbox({
  shelf: outbox_shelf,
  tell: ({ method, path, body }) => request<Confirmed>(method, path, body),
  alone: (work) => navigator.locks.request('parvis-desk-outbox', work) as ReturnType<typeof work>,
  patience_ms: 4_000,
});

const try_again_ms = 5_000;
let last_instant = 0;

/** Ids in the order of the deeds, also of two in the same millisecond. */
function next_id(): string {
  last_instant = Math.max(Date.now(), last_instant + 1);
  return new_ulid(last_instant);
}

export interface DeskOutbox {
  entries: readonly Entry[];
  /** Does it, or writes it down for later. A refusal is shown here; the caller gets null. */
  submit(about: string, deed: Deed): Promise<Exclude<Outcome, { kind: 'refused' }> | null>;
  settle(entry_id: string): Promise<void>;
}

export function useOutbox(site_id: string, sites: readonly string[], highest_number: number, online: boolean): DeskOutbox {
  const problem_text = useProblemText();
  const entries = useSyncExternalStore(outbox.subscribe, outbox.entries);
  const sites_key = sites.join(' ');
  useEffect(() => {
    void outbox.serve(sites_key.split(' ')).then(() => outbox.tell_all());
  }, [sites_key]);
  const something_waits = entries.some((entry) => entry.trouble === null);
  useEffect(() => {
    if (!something_waits) return;
    if (online) void outbox.tell_all();
    const timer = setInterval(() => void outbox.tell_all(), try_again_ms);
    return () => clearInterval(timer);
  }, [something_waits, online]);

  const submit = useCallback(
    async (about: string, deed: Deed) => {
      const entry: Entry = { entry_id: next_id(), site_id, about, occurred_at: Date.now(), deed, trouble: null };
      const outcome = await outbox.submit(entry, (kept) => promised(kept, next_number(outbox.entries(), highest_number), new_code()));
      if (outcome.kind !== 'refused') return outcome;
      show_toast({ tone: 'danger', title: problem_text(outcome.problem) });
      return null;
    },
    [site_id, highest_number, problem_text],
  );
  const settle = useCallback((entry_id: string) => outbox.settle(entry_id), []);
  return { entries: entries.filter((entry) => entry.site_id === site_id), submit, settle };
}
