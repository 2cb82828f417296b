// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { local_time } from '../spoken_time.ts';
import type { Proposal } from '../wire.ts';
import { rounded_kilometres, useWords } from '../words.ts';
import type { Kind } from './days.ts';

const icons: Record<Kind, IconName> = { here: 'kiosk', nearby: 'pin', remote: 'phone' };

export interface ProposalCardProps {
  kind: Kind;
  proposal: Proposal;
  counter: Counter;
  zone: string;
  pending: boolean;
  on_take(proposal: Proposal): void;
  on_other_times(proposal: Proposal): void;
  /** The same hour by screen, from home; absent where only one of the two is offered. */
  on_screen_at_home: ((proposal: Proposal) => void) | undefined;
}

/** One of the three ways, or in person, with its soonest hour. */
export function ProposalCard({ kind, proposal, counter, zone, pending, on_take, on_other_times, on_screen_at_home }: ProposalCardProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const comes_there = proposal.doors[0] === 'on_site';
  const kilometres = rounded_kilometres(proposal.metres / 1000);
  const where = (): string => {
    if (comes_there) return say('portal.way.in_person', { name: proposal.site?.name ?? counter.name });
    if (kind === 'remote') return proposal.doors.includes('telephone') === false ? say('portal.way.home') : say('portal.way.telephone');
    if (kind === 'here') return counter.name;
    return proposal.site ? proposal.site.name : say('portal.way.nearby');
  };
  const detail = (): string => {
    if (comes_there) return kind === 'nearby' && proposal.site ? say('portal.way.in_person_near', { count: kilometres, commune: proposal.site.commune }) : say('portal.way.in_person_detail');
    if (kind === 'remote') return proposal.doors.includes('telephone') === false ? say('portal.way.home_detail') : say('portal.way.telephone_detail');
    if (kind === 'here') return say('portal.way.here_detail');
    return proposal.site ? say('portal.way.nearby_detail', { count: kilometres, commune: proposal.site.commune }) : '';
  };
  return (
    <article className={styles.card}>
      <h3 className={styles.way_title}>
        <Icon name={comes_there ? 'people' : icons[kind]} size="large" />
        <span>{where()}</span>
      </h3>
      <p className={styles.soft}>{detail()}</p>
      <p className={styles.when}>
        <span className={styles.when_day}>{words.day(local_time(proposal.starts_at, zone).day)}</span>
        <span className={styles.when_hour}>{words.hour(proposal.starts_at, zone)}</span>
      </p>
      <div className={styles.acts}>
        <Button tone="primary" size="large" stretch pending={pending} on_press={() => on_take(proposal)} label={say('portal.way.take_spoken', { when: words.day_and_hour(proposal.starts_at, zone), where: where() })}>
          {say('portal.way.take')}
        </Button>
        {on_screen_at_home ? (
          <Button icon="camera" stretch on_press={() => on_screen_at_home(proposal)} label={say('portal.way.screen_at_home_spoken', { when: words.day_and_hour(proposal.starts_at, zone) })}>
            {say('portal.way.screen_at_home')}
          </Button>
        ) : null}
        <Button icon="calendar" stretch on_press={() => on_other_times(proposal)} label={say('portal.way.other_times_spoken', { where: where() })}>
          {say('portal.way.other_times')}
        </Button>
      </div>
    </article>
  );
}
