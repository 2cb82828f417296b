// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore, type ReactElement } from 'react';

type Urgency = 'polite' | 'assertive';
interface Announcement {
  text: string;
  number: number;
}

const silent: Record<Urgency, Announcement> = { polite: { text: '', number: 0 }, assertive: { text: '', number: 0 } };
let current = silent;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says `text` to assistive technologies, without showing it. The same text twice is said twice. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  current = { ...current, [urgency]: { text, number: current[urgency].number + 1 } };
  for (const listener of listeners) listener();
}

/** The two live regions; rendered once per page by AppRoot. */
export function Announcer(): ReactElement {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="visually-hidden">
      <div role="status" aria-live="polite">
        <span key={polite.number}>{polite.text}</span>
      </div>
      <div role="alert" aria-live="assertive">
        <span key={assertive.number}>{assertive.text}</span>
      </div>
    </div>
  );
}
