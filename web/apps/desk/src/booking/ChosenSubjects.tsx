// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { Motive } from '../wire.ts';
import { useCommunes } from './use_communes.ts';

/** The server's own limit. */
const most_subjects = 5;

interface ChosenSubjectsProps {
  chosen: readonly Motive[];
  on_change(motives: readonly Motive[]): void;
}

/** What the appointment is about, for whom it is, and what the same body answers as well. */
export function ChosenSubjects({ chosen, on_change }: ChosenSubjectsProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const [adding, set_adding] = useState(false);
  const communes = useCommunes([...new Set(chosen.flatMap((one) => one.communes))]);
  const ids = chosen.map((one) => one.motive_id);
  const others = day.motives.filter((one) => one.partner_id === chosen[0]?.partner_id && !ids.includes(one.motive_id));
  return (
    <>
      {communes === null ? null : <Notice tone="attention">{communes === '' ? say('desk.subjects.reserved_some') : say('desk.subjects.reserved', { communes })}</Notice>}
      <div className={styles.buttons}>
        {chosen.length > 1
          ? chosen.map((one) => (
              <Button
                key={one.motive_id}
                size="small"
                tone="quiet"
                icon="close"
                label={say('desk.subjects.remove', { motive: one.label[language] })}
                on_press={() => on_change(chosen.filter((each) => each !== one))}
              >
                {one.label[language]}
              </Button>
            ))
          : null}
        {others.length > 0 && chosen.length < most_subjects ? (
          <Button size="small" tone="quiet" icon={adding ? 'chevron_down' : 'plus'} on_press={() => set_adding(!adding)}>
            {say('desk.subjects.add')}
          </Button>
        ) : null}
      </div>
      {adding ? (
        <section className={styles.subject} aria-label={say('desk.subjects.add')}>
          {others.map((one) => (
            <Button
              key={one.motive_id}
              stretch
              on_press={() => {
                set_adding(false);
                on_change([...chosen, one]);
              }}
            >
              {one.label[language]}
            </Button>
          ))}
        </section>
      ) : null}
    </>
  );
}
