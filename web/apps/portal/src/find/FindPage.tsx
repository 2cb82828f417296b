// SPDX-License-Identifier: EUPL-1.2
import { announce, Button, Field, Notice } from '@parvis/ui';
import { useMemo, useState, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { useWords } from '../words.ts';
import { CounterCard } from './CounterCard.tsx';
import { nearest_first, position_of, type NearSite, type Position } from './distance.ts';
import { localities_meant, type Locality } from './names.ts';

const postcode = /\b\d{5}\b/;

type Locating = 'idle' | 'asking' | 'refused';

/** The commune of each counter, as what somebody may type; postcodes stand in the addresses. */
function localities_of(counters: readonly Counter[]): (Locality & { counter: Counter })[] {
  return counters.map((counter) => {
    const position = position_of(counter);
    return { name: counter.commune, postcodes: counter.address.match(/\b\d{5}\b/g) ?? [], counter, ...(position ?? {}) };
  });
}

function found_near(counters: readonly Counter[], typed: string, position: Position | null): { near: NearSite<Counter>[]; meant: Counter | null; nothing: boolean } {
  const plain = counters.map((site) => ({ site, kilometres: null }));
  if (typed.trim().length >= 2) {
    const [first] = localities_meant(typed, localities_of(counters));
    if (!first) return { near: plain, meant: null, nothing: true };
    const from = position_of(first.counter);
    return { near: from ? nearest_first(counters, from) : plain.toSorted((a, b) => Number(b.site === first.counter) - Number(a.site === first.counter)), meant: first.counter, nothing: false };
  }
  return { near: position ? nearest_first(counters, position) : plain, meant: null, nothing: false };
}

const nearest_shown = 5;

/** The first screen: which counter? By a name, or by where the telephone is. */
export function FindPage(): ReactElement {
  const { say } = useWords();
  const { directory, found, set_found } = usePortal();
  const [locating, set_locating] = useState<Locating>('idle');
  const [all_shown, set_all_shown] = useState(false);
  const { near, meant, nothing } = useMemo(() => found_near(directory.counters, found.typed, found.position), [directory, found]);
  const is_sorted = meant !== null || (found.position !== null && found.typed.trim().length < 2);
  const shown = is_sorted && !all_shown ? near.slice(0, nearest_shown) : near;

  const locate = () => {
    set_locating('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set_locating('idle');
        set_all_shown(false);
        set_found({ typed: '', position: { latitude: coords.latitude, longitude: coords.longitude } });
        announce(say('portal.find.sorted'));
      },
      () => set_locating('refused'),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };

  const knows_postcodes = directory.counters.some(({ address }) => postcode.test(address));

  const heading = (): string => {
    if (meant) return say('portal.find.near_commune', { commune: meant.commune });
    return is_sorted ? say('portal.find.near_you') : say('portal.find.all', { count: near.length });
  };

  return (
    <Shell title={say('portal.find.title')}>
      <p className={styles.lead}>{say('portal.find.intro')}</p>
      <div className={styles.search}>
        <Field
          label={knows_postcodes ? say('portal.find.village_or_postcode') : say('portal.find.village')}
          value={found.typed}
          on_change={(typed) => {
            set_all_shown(false);
            set_found((before) => ({ ...before, typed }));
          }}
          description={say('portal.find.village_hint', { commune: directory.counters[0]?.commune ?? 'Bretenoux' })}
          type="search"
          autocomplete="off"
        />
        {'geolocation' in navigator ? (
          <Button icon="pin" on_press={locate} pending={locating === 'asking'} size="large" stretch>
            {say('portal.find.around_me')}
          </Button>
        ) : null}
      </div>
      {locating === 'refused' ? (
        <Notice tone="attention" live>
          {say('portal.find.no_position')}
        </Notice>
      ) : null}
      {nothing ? (
        <Notice tone="attention" live>
          {say('portal.find.nothing', { typed: found.typed.trim() })}
        </Notice>
      ) : null}
      <section className={styles.section} aria-labelledby="counters">
        <h2 id="counters">{heading()}</h2>
        <ul className={styles.cards}>
          {shown.map(({ site, kilometres }) => (
            <li key={site.site_id}>
              <CounterCard counter={site} kilometres={site === meant ? 0 : kilometres} />
            </li>
          ))}
        </ul>
        {shown.length < near.length ? (
          <Button on_press={() => set_all_shown(true)} size="large">
            {say('portal.find.show_all', { count: near.length })}
          </Button>
        ) : null}
      </section>
    </Shell>
  );
}
