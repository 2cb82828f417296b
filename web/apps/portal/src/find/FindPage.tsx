// SPDX-License-Identifier: EUPL-1.2
import { announce, Button, Notice } from '@parvis/ui';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactElement } from 'react';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import { Shell } from '../Shell.tsx';
import { rounded_kilometres, useWords } from '../words.ts';
import { CounterCard } from './CounterCard.tsx';
import { nearest_first } from './distance.ts';
import { around_counter, around_place, far_km, near_counters, spoken_place, type Around } from './places.ts';
import { SearchField } from './SearchField.tsx';
import { usePlaces } from './use_places.ts';
import { useWide } from './use_wide.ts';

const CounterMap = lazy(() => import('../map/CounterMap.tsx'));

const nearest_shown = 5;
const others_offered = 4;

/** The first screen: which counter? By a name, by where the telephone is, or on the map. */
export function FindPage(): ReactElement {
  const words = useWords();
  const { say } = words;
  const { directory, found, set_found } = usePortal();
  const { counters } = directory;
  const [all_shown, set_all_shown] = useState(false);
  const is_wide = useWide();
  const [map_opened, set_map_opened] = useState(false);
  const typed = found.typed.trim();
  const { typed: asked, places } = usePlaces(typed);
  const is_typed = typed.length >= 2;
  const has_answer = is_typed && asked === typed;

  const around = useMemo<Around | null>(() => {
    if (!is_typed) return null;
    const place = found.chosen ?? places?.[0];
    return place ? around_place(counters, place) : around_counter(counters, typed);
  }, [counters, is_typed, typed, found.chosen, places]);
  const village = has_answer ? (found.chosen ?? places?.[0] ?? null) : null;
  useEffect(() => {
    if (has_answer || !is_typed) set_found((before) => (before.village?.code === village?.code ? before : { ...before, village }));
  }, [has_answer, is_typed, village, set_found]);
  const near = useMemo(() => {
    if (around) return near_counters(counters, around);
    return found.position && !is_typed ? nearest_first(counters, found.position) : counters.map((site) => ({ site, kilometres: null }));
  }, [counters, around, found.position, is_typed]);

  const is_sorted = around !== null || (found.position !== null && !is_typed);
  const shown = is_sorted && !all_shown ? near.slice(0, nearest_shown) : near;
  const others = has_answer && places ? places.filter((place) => place.code !== (found.chosen ?? places[0])?.code).slice(0, others_offered) : [];
  const nearest_km = near[0]?.kilometres ?? 0;
  const is_rough = around?.is_rough ?? false;

  const heading = (): string => {
    if (around) return say('portal.find.near_commune', { commune: around.name });
    return is_sorted ? say('portal.find.near_you') : say('portal.find.all', { count: near.length });
  };
  const said = has_answer && around ? say('portal.find.near_commune', { commune: around.name }) : null;
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said]);

  const map = (
    <Suspense fallback={<p role="status">{say('portal.opening')}</p>}>
      <CounterMap counters={near.map(({ site }) => site)} around={around} here={is_typed ? null : found.position} marked={is_sorted ? 3 : 0} />
    </Suspense>
  );

  return (
    <Shell title={say('portal.find.title')}>
      <p className={styles.lead}>{say('portal.find.intro')}</p>
      <SearchField on_change={() => set_all_shown(false)} />
      {has_answer && !around ? (
        <Notice tone="attention" live>
          {say('portal.find.nothing', { typed })}
        </Notice>
      ) : null}
      {is_sorted && nearest_km > far_km ? (
        <Notice tone="attention" live>
          {say('portal.find.far', { count: rounded_kilometres(nearest_km) })}
        </Notice>
      ) : null}
      {is_wide ? null : (
        <Button icon="pin" on_press={() => set_map_opened((before) => !before)} pressed={map_opened} size="large">
          {say('portal.map.show')}
        </Button>
      )}
      {map_opened && !is_wide ? map : null}
      <div className={styles.list_and_map}>
        <section className={styles.section} aria-labelledby="counters">
          <h2 id="counters">{heading()}</h2>
          {around?.part_of === undefined ? null : <p className={styles.soft}>{say('portal.find.part_of', { name: around.name, commune: around.part_of })}</p>}
          {others.length > 0 ? (
            <div className={styles.others} role="group" aria-label={say('portal.find.others')}>
              <span className={styles.soft}>{say('portal.find.others')}</span>
              {others.map((place) => (
                <Button key={place.code} on_press={() => set_found((before) => ({ ...before, chosen: place }))}>
                  {spoken_place(place)}
                </Button>
              ))}
            </div>
          ) : null}
          <ul className={styles.cards}>
            {shown.map(({ site, kilometres }) => (
              <li key={site.site_id}>
                <CounterCard counter={site} kilometres={kilometres} is_rough={is_rough} />
              </li>
            ))}
          </ul>
          {shown.length < near.length ? (
            <Button on_press={() => set_all_shown(true)} size="large">
              {say('portal.find.show_all', { count: near.length })}
            </Button>
          ) : null}
        </section>
        {is_wide ? map : null}
      </div>
    </Shell>
  );
}
