// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { useSay, type MessageKey } from '@parvis/i18n';
import { Button, Card, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { draft_of, week_of, type Calendar, type DraftPeriod, type Region } from './hours_model.ts';
import { LosingPlaces } from './LosingPlaces.tsx';
import styles from './hours.module.css';
import { useLookedAhead } from './use_looked_ahead.ts';
import { WeekEditor } from './WeekEditor.tsx';

export const regions: Record<Region, MessageKey> = {
  metropole: 'network.hours.region.metropole',
  alsace_moselle: 'network.hours.region.alsace_moselle',
  alsace_moselle_good_friday: 'network.hours.region.alsace_moselle_good_friday',
  guadeloupe: 'network.hours.region.guadeloupe',
  guyane: 'network.hours.region.guyane',
  la_reunion: 'network.hours.region.la_reunion',
  martinique: 'network.hours.region.martinique',
  mayotte: 'network.hours.region.mayotte',
  saint_barthelemy: 'network.hours.region.saint_barthelemy',
  saint_martin: 'network.hours.region.saint_martin',
};
const region_names = Object.keys(regions) as Region[];

export interface BaseHoursProps {
  network: components['schemas']['NetworkView'];
  calendar: Calendar;
  may_change: boolean;
  on_change(): void;
}

/** What holds every week, the public holidays of the region, and the time between two interviews. */
export function BaseHours({ network, calendar, may_change, on_change }: BaseHoursProps): ReactElement {
  const say = useSay();
  const [draft, set_draft] = useState<DraftPeriod[]>(() => draft_of(calendar.week));
  const [region, set_region] = useState<Region>(calendar.region);
  const [preparation, set_preparation] = useState(() => new Map(calendar.kiosks.map(({ kiosk_id, preparation_minutes }) => [kiosk_id, String(preparation_minutes)])));
  const { problem, losing, pending, text, touched, save } = useLookedAhead(calendar.site_id);
  const kiosks = [...preparation];
  const send = async () => {
    const params = { path: { site_id: calendar.site_id } };
    const body = {
      hours: week_of(draft),
      region,
      kiosks: kiosks.map(([kiosk_id, minutes]) => ({ kiosk_id, preparation_minutes: /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : -1 })),
    };
    if (!(await save({ hours: body }, () => ask(http.PUT('/api/v1/sites/{site_id}/hours', { params, body }))))) return;
    show_toast({ tone: 'good', title: say('network.hours.saved') });
    on_change();
  };
  const at_field = problem && /^\/(hours|kiosks)\/\d+/.test(problem.pointer);
  return (
    <Card
      title={say('network.hours.week')}
      actions={
        may_change ? (
          <Button tone="primary" size="small" icon="check" pending={pending} on_press={() => void send()}>
            {say(losing ? 'network.hours.save_anyway' : 'network.hours.save')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.stack}>
        {problem && !at_field ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        {losing ? <LosingPlaces losing={losing} /> : null}
        <WeekEditor
          draft={draft}
          on_change={
            may_change
              ? (next) => {
                  touched();
                  set_draft(next);
                }
              : null
          }
          problem={problem}
          text={text}
        />
        {may_change ? (
          <Select<Region>
            label={say('network.hours.region')}
            choices={region_names.map((value) => ({ value, label: say(regions[value]) }))}
            value={region}
            on_change={(next) => {
              touched();
              set_region(next);
            }}
          />
        ) : (
          <p>
            <b>{say('network.hours.region')}</b> {say(regions[region])}
          </p>
        )}
        {kiosks.map(([kiosk_id, minutes], number) => {
          const kiosk = network.kiosks.find((each) => each.kiosk_id === kiosk_id)?.name ?? '';
          const label = say('network.hours.preparation', { kiosk });
          if (!may_change) {
            return (
              <p key={kiosk_id}>
                <b>{label}</b> {minutes}
              </p>
            );
          }
          return (
            <Field
              key={kiosk_id}
              label={label}
              input_mode="numeric"
              value={minutes}
              on_change={(next) => {
                touched();
                set_preparation((before) => new Map(before).set(kiosk_id, next));
              }}
              error={problem?.pointer.startsWith(`/kiosks/${number}/`) ? text(problem) : null}
            />
          );
        })}
      </div>
    </Card>
  );
}
