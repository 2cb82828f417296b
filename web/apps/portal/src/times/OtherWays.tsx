// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { useAsked } from '../use_asked.ts';
import { ways } from '../waiting/waiting_wire.ts';
import { CallLink, Go, unbroken } from '../Way.tsx';
import type { Proposals } from '../wire.ts';
import { rounded_kilometres, useWords } from '../words.ts';
import { other_ways, type OtherWay } from './days.ts';

const icons: Record<OtherWay['way'], IconName> = { window: 'clock', waiting: 'bell', reception: 'people', call: 'phone', elsewhere: 'pin' };

/** Cards beside those of the appointments, so that there are always three ways. */
export function OtherWays({ found, counter }: { found: Proposals; counter: Counter }): ReactElement | null {
  const told = useAsked(ways);
  if (told.state === 'asking') return null;
  const may_wait = told.state === 'here' && (told.value.email_offered || told.value.text_messages_offered);
  return (
    <>
      {other_ways(found, may_wait).map((one) => (
        <li key={one.way === 'window' ? `${one.from} ${one.site?.site_id ?? ''}` : one.way}>
          <OtherCard one={one} counter={counter} />
        </li>
      ))}
    </>
  );
}

function OtherCard({ one, counter }: { one: OtherWay; counter: Counter }): ReactElement {
  const words = useWords();
  const { say } = words;
  const zone = counter.network.time_zone;
  const place = one.way === 'window' ? (one.site?.name ?? counter.name) : counter.name;
  return (
    <article className={styles.card}>
      <h3 className={styles.way_title}>
        <Icon name={icons[one.way]} size="large" />
        <span>{say(`portal.other.${one.way}`, { name: place })}</span>
      </h3>
      {one.way === 'window' ? (
        <>
          <p className={styles.soft}>
            {one.site === null ? say('portal.other.window_here') : say('portal.other.window_near', { count: rounded_kilometres(one.metres / 1000), commune: one.site.commune })}
          </p>
          <p className={styles.strong}>{say('portal.windows.from_to', { from: words.day_and_hour(one.from, zone), to: words.hour(one.to, zone) })}</p>
        </>
      ) : (
        <p>{say(`portal.other.${one.way}_detail`, { name: counter.name })}</p>
      )}
      <div className={styles.acts}>
        {one.way === 'waiting' ? (
          <Button icon="bell" stretch on_press={() => document.getElementById('be_told')?.scrollIntoView()}>
            {say('portal.other.waiting_act')}
          </Button>
        ) : null}
        {one.way === 'reception' ? (
          <Go to={{ view: 'site', site: counter.site_id }} look="button" icon="clock">
            {say('portal.other.reception_act')}
          </Go>
        ) : null}
        {one.way === 'call' ? (
          <CallLink telephone={counter.telephone} look="button">
            {say('portal.site.call', { telephone: unbroken(counter.telephone) })}
          </CallLink>
        ) : null}
        {one.way === 'elsewhere' ? (
          <Go to={{ view: 'find' }} look="button" icon="search">
            {say('portal.site.other')}
          </Go>
        ) : null}
      </div>
    </article>
  );
}
