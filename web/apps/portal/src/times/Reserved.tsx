// SPDX-License-Identifier: EUPL-1.2
import { success } from '@parvis/api';
import { Notice } from '@parvis/ui';
import { useCallback, type ReactElement, type ReactNode } from 'react';
import type { Counter } from '../directory.ts';
import { usePortal } from '../portal_state.ts';
import { useAsked } from '../use_asked.ts';
import { CallLink, unbroken } from '../Way.tsx';
import * as wire from '../wire.ts';
import type { MotiveCard } from '../wire.ts';
import { useWords } from '../words.ts';
import { communes_of, is_served, most_asked, most_named } from './reserved.ts';

interface ReservedProps {
  counter: Counter;
  motives: readonly MotiveCard[];
  /** The times, for whoever is served. */
  children: ReactNode;
}

/** Says for whom a subject is kept; to people of another village nothing is offered that they would be sent away from. */
export function Reserved({ counter, motives, children }: ReservedProps): ReactElement {
  const { say } = useWords();
  const { village } = usePortal().found;
  const communes = communes_of(motives);
  const codes = communes?.slice(0, most_asked).join() ?? '';
  const question = useCallback(() => (codes === '' ? Promise.resolve(success({ places: [] })) : wire.places_named(codes)), [codes]);
  const answer = useAsked(question);
  if (communes === null) return <>{children}</>;
  const named = answer.state === 'here' ? answer.value.places : [];
  const names = communes.length > most_named ? '' : named.map((place) => place.name).join(', ');
  if (village === null || is_served(village, communes, named)) {
    return (
      <>
        <Notice tone="attention">{names === '' ? say('portal.subject.reserved_some') : say('portal.subject.reserved', { communes: names })}</Notice>
        {children}
      </>
    );
  }
  if (answer.state === 'asking') return <p role="status">{say('portal.times.looking')}</p>;
  return (
    <Notice
      tone="attention"
      live
      title={say('portal.times.not_yours', { commune: village.name })}
      actions={
        <CallLink telephone={counter.telephone} look="button">
          {say('portal.site.call', { telephone: unbroken(counter.telephone) })}
        </CallLink>
      }
    >
      {names === '' ? say('portal.times.not_yours_detail_some') : say('portal.times.not_yours_detail', { communes: names })}
    </Notice>
  );
}
