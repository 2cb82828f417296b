// SPDX-License-Identifier: EUPL-1.2
import { classes } from '@parvis/ui';
import { useMemo, type ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import { position_of, type Position } from '../find/distance.ts';
import type { Around } from '../find/places.ts';
import { address_of } from '../place.ts';
import { useWay } from '../Way.tsx';
import { useWords } from '../words.ts';
import outlines from './departements.json';
import { placed_labels } from './labels.ts';
import styles from './map.module.css';
import { box_around, framed, lies_in, path_of, projected, ring_points, touches, type Box, type Point } from './projection.ts';

interface Departement {
  code: string;
  name: string;
  rings: { points: Point[]; box: Box }[];
}

const departements: Departement[] = Object.entries(outlines).map(([code, { name, rings }]) => ({
  code,
  name,
  rings: rings.map((ring) => {
    const points = ring_points(ring);
    return { points, box: box_around(points) };
  }),
}));

/** About 55 km: a map of one village says nothing. */
const least_units = 70;
const shape = 4 / 5;

export interface CounterMapProps {
  /** The nearest first. */
  counters: readonly Counter[];
  /** The village that was searched. */
  around: Around | null;
  /** The telephone. */
  here: Position | null;
  /** How many of the first ones are wanted in any case. */
  marked: number;
}

/** The counters on the map of their départements, drawn here: no tile of anybody else. Each is a link, as in the list. */
export default function CounterMap({ counters, around, here, marked }: CounterMapProps): ReactElement {
  const { say } = useWords();
  const way = useWay();
  const centre = around?.position ?? here;
  const { frame, near, shown } = useMemo(() => {
    const known = counters.flatMap((counter) => {
      const position = position_of(counter);
      return position ? [{ counter, at: projected(position) }] : [];
    });
    const wanted = centre && marked > 0 ? [...known.slice(0, marked).map(({ at }) => at), projected(centre)] : known.map(({ at }) => at);
    const box = framed(box_around(wanted.length > 0 ? wanted : [projected({ latitude: 46.5, longitude: 2.5 })]), shape, least_units);
    const drawn = departements.flatMap((one) => {
      const rings = one.rings.filter((ring) => touches(ring.box, box));
      return rings.length === 0 ? [] : [{ ...one, is_served: known.some(({ at }) => rings.some(({ points }) => lies_in(at, points))), path: rings.map(({ points }) => path_of(points)).join('') }];
    });
    return { frame: box, near: known, shown: drawn };
  }, [counters, centre, marked]);

  const unit = frame.width / 100;
  const [dot, size] = [unit * 2.2, unit * 3.6];
  const place = centre && projected(centre);
  const place_name = around && !around.counter ? around.name : null;
  const names = [
    ...(place && place_name !== null ? [{ text: place_name, at: place }] : []),
    ...near.map(({ counter, at }) => ({ text: counter.commune, at })),
  ];
  const labels = placed_labels(names, size, dot, frame);
  const of_counters = place && place_name !== null ? labels.slice(1) : labels;
  const of_place = place && place_name !== null ? labels[0] : null;
  const name = (label: (typeof labels)[number] | undefined, className: string | undefined) =>
    label ? (
      <text x={label.at.x} y={label.at.y} textAnchor={label.anchor} fontSize={size} strokeWidth={unit} className={className}>
        {label.text}
      </text>
    ) : null;

  return (
    <nav className={styles.map} aria-label={say('portal.map.label')}>
      <svg viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} className={styles.picture}>
        {shown.map(({ code, path, is_served }) => (
          <path key={code} d={path} strokeWidth={unit * 0.35} className={is_served ? styles.served : styles.land} aria-hidden />
        ))}
        {place && place_name !== null ? (
          <g aria-hidden>
            <circle cx={place.x} cy={place.y} r={dot * 0.7} strokeWidth={unit * 0.9} className={styles.searched} />
            {name(of_place ?? undefined, styles.searched_name)}
          </g>
        ) : null}
        {place && around === null ? <circle cx={place.x} cy={place.y} r={dot * 0.7} strokeWidth={unit * 0.9} className={styles.searched} aria-hidden /> : null}
        {near
          .map(({ counter, at }, index) => ({ counter, at, index }))
          .toReversed()
          .map(({ counter, at, index }) => (
            <a
              key={counter.site_id}
              href={address_of({ view: 'site', site: counter.site_id })}
              className={classes(styles.counter, index < marked && styles.marked)}
              aria-label={say('portal.map.counter', { name: counter.name, commune: counter.commune })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                way.go({ view: 'site', site: counter.site_id });
              }}
            >
              <circle cx={at.x} cy={at.y} r={dot * 2.6} className={styles.finger} />
              <circle cx={at.x} cy={at.y} r={dot} strokeWidth={unit * 0.6} className={styles.dot} />
              {name(of_counters[index] ?? undefined, styles.name)}
            </a>
          ))}
      </svg>
      <p className={styles.source}>{say('portal.map.source')}</p>
    </nav>
  );
}
