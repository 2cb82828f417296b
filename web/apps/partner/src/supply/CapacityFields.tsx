// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Checkbox, Field, RadioGroup, Select } from '@parvis/ui';
import type { ReactElement } from 'react';
import { modality_name } from '../calendar/BarWords.tsx';
import styles from '../forms.module.css';
import { acronym_of, type Body, type Network } from '../network_words.ts';
import type { MotiveView } from '../motives/motive_draft.ts';
import { is_at } from '../problem_fields.ts';
import { useFieldText } from '../use_told_problem.ts';
import { is_on_site, type Draft, type Modality } from './draft.ts';

const modalities: readonly Modality[] = ['appointment', 'time_window', 'half_day_session'];
const modality_detail = {
  appointment: 'partner.modality.appointment_detail',
  time_window: 'partner.modality.time_window_detail',
  half_day_session: 'partner.modality.half_day_session_detail',
} as const;
const slot_lengths = [10, 15, 20, 25, 30, 40, 45, 60, 90];
const shares = [0, 10, 20, 25, 30, 40, 50, 60, 75, 100];

type Presence = 'remote' | 'on_site';
const presences: readonly Presence[] = ['remote', 'on_site'];
const presence_of = (draft: Draft): Presence => (draft.on_site ? 'on_site' : 'remote');

/** The usual figures, and the one that stands here if it is another. */
function with_present(usual: readonly number[], present: number): number[] {
  return [...new Set([...usual, present])].toSorted((a, b) => a - b);
}

export interface CapacityFieldsProps {
  network: Network;
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  draft: Draft;
  /** A supply stays with its group, and where its advisers are. */
  fixed_group: boolean;
  on_change(change: Partial<Draft>): void;
  problem: Problem | null;
}

/** In which way, by how many people, in which slots, about what. */
export function CapacityFields({ network, bodies, motives, draft, fixed_group, on_change, problem }: CapacityFieldsProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const error_at = (field: string) => (is_at(problem, field) ? problem_text(problem) : null);
  const groups = network.groups.filter((group) => bodies.some((body) => body.partner_id === group.partner_id));
  const group_name = (group: (typeof groups)[number]) => {
    const acronym = acronym_of(network, group.partner_id);
    return group.name === acronym ? acronym : `${acronym} · ${group.name}`;
  };
  return (
    <div className={styles.stack}>
      {groups.length > 1 && !fixed_group ? (
        <Select
          label={say('partner.group')}
          choices={groups.map((group) => ({ value: group.group_id, label: group_name(group) }))}
          value={draft.group_id}
          on_change={(group_id) => on_change({ group_id, motives: [] })}
          error={error_at('/group_id')}
        />
      ) : null}
      <RadioGroup<Modality>
        label={say('partner.modality.title')}
        choices={modalities.map((modality) => ({ value: modality, label: say(modality_name[modality]), detail: say(modality_detail[modality]) }))}
        value={draft.modality}
        on_change={(modality) => on_change({ modality })}
        error={error_at('/modality')}
      />
      {draft.modality === 'time_window' ? null : (
        <RadioGroup<Presence>
          label={say('partner.presence')}
          choices={(fixed_group ? [presence_of(draft)] : presences).map((value) => ({ value, label: say(`partner.presence.${value}`), detail: say(`partner.presence.${value}_detail`) }))}
          value={presence_of(draft)}
          on_change={(presence) => on_change({ on_site: presence === 'on_site' })}
          error={error_at('/on_site')}
        />
      )}
      {fixed_group && draft.modality !== 'time_window' ? <p className={styles.soft}>{say('partner.presence.stays')}</p> : null}
      <Field
        label={say('partner.advisers')}
        description={say('partner.advisers_detail')}
        input_mode="numeric"
        value={draft.advisers}
        on_change={(advisers) => on_change({ advisers })}
        error={error_at('/advisers')}
      />
      <div className={styles.pair}>
        <Select
          label={say('partner.slot_length')}
          choices={with_present(slot_lengths, draft.slot_minutes).map((minutes) => ({ value: String(minutes), label: say('partner.minutes', { minutes }) }))}
          value={String(draft.slot_minutes)}
          on_change={(minutes) => on_change({ slot_minutes: Number(minutes) })}
          error={error_at('/slot_minutes')}
        />
        {is_on_site(draft) ? null : (
          <Select
            label={say('partner.walk_in_share')}
            choices={with_present(shares, draft.walk_in_percent).map((share) => ({ value: String(share), label: say('partner.share', { share }) }))}
            value={String(draft.walk_in_percent)}
            on_change={(share) => on_change({ walk_in_percent: Number(share) })}
            error={error_at('/walk_in_percent')}
          />
        )}
      </div>
      <MotiveChoice network={network} motives={motives} draft={draft} on_change={on_change} error={error_at('/motives')} />
    </div>
  );
}

interface MotiveChoiceProps {
  network: Network;
  motives: readonly MotiveView[];
  draft: Draft;
  on_change(change: Partial<Draft>): void;
  error: string | null;
}

function MotiveChoice({ network, motives, draft, on_change, error }: MotiveChoiceProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const partner_id = network.groups.find((group) => group.group_id === draft.group_id)?.partner_id;
  const fitting = motives.map(({ motive }) => motive).filter((motive) => motive.partner_id === partner_id && motive.modalities.includes(draft.modality));
  const all = draft.motives.length === 0;
  const turn = (motive_id: string, on: boolean) => {
    const before = all ? fitting.map((motive) => motive.motive_id) : draft.motives;
    const next = on ? [...before, motive_id] : before.filter((each) => each !== motive_id);
    on_change({ motives: next.length === fitting.length ? [] : next });
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say('partner.supply_motives')}</legend>
      {fitting.length === 0 ? <p className={styles.soft}>{say('partner.supply_motives_none')}</p> : null}
      {fitting.map((motive) => (
        <Checkbox key={motive.motive_id} is_selected={all || draft.motives.includes(motive.motive_id)} on_change={(on) => turn(motive.motive_id, on)}>
          {motive.label[language]}
        </Checkbox>
      ))}
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
