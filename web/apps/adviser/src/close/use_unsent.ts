// SPDX-License-Identifier: EUPL-1.2
import { ask, failure, http, type LinkClient } from '@parvis/api';
import { useAccount } from '@parvis/ui/sign-in';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { UnsentBook, type Door, type Unsent } from './unsent_book.ts';

const again_after_ms = 15_000;
const answer_patience_ms = 5_000;

/** The account's book of what the server does not know yet; it is sent whenever the link is there. */
export function useUnsent(link: LinkClient): { book: UnsentBook; unsent: readonly Unsent[] } {
  const { account_id } = useAccount();
  const book = useMemo(() => new UnsentBook(account_id, door_of(link)), [account_id, link]);
  const unsent = useSyncExternalStore(book.subscribe, book.entries);
  useEffect(() => {
    const send = () => {
      if (link.state().status === 'online' && book.entries().length > 0) void book.send();
    };
    send();
    const timer = setInterval(send, again_after_ms);
    const unsubscribe = link.subscribe(send);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [book, link]);
  const waiting = unsent.length > 0;
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [waiting]);
  return { book, unsent };
}

function door_of(link: LinkClient): Door {
  return {
    save_outcome: (interview_id, form) =>
      ask(http.PUT('/api/v1/interviews/{interview_id}/outcome', { params: { path: { interview_id } }, body: form })),
    // A command that the link keeps until it is back would bear the wait of when it was given.
    end_interview: (interview_id, waited_ms) =>
      link.state().status === 'online'
        ? link.send('end_interview', { interview_id, waited_ms }, { patience_ms: answer_patience_ms })
        : Promise.resolve(failure('unavailable', 'unreachable')),
  };
}
