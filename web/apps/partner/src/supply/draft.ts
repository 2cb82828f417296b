// SPDX-License-Identifier: EUPL-1.2
// A supply while somebody fills it in, and the form that the server takes. Pure.
import { new_ulid, type components } from '@parvis/api';
import { clock_of, minute_of } from '@parvis/i18n/local_time';
import { read_rule, write_rule, type Repeat } from './recurrence.ts';

export type SupplyView = components['schemas']['SupplyView'];
export type SupplyForm = components['schemas']['SupplyForm'];
export type Modality = components['schemas']['Modality'];

export interface DraftLeg {
  /** For React: legs come and go. */
  key: string;
  sites: string[];
  from: string;
  to: string;
}

export interface Draft {
  group_id: string;
  modality: Modality;
  first_day: string;
  repeat: Repeat;
  except: string[];
  legs: DraftLeg[];
  slot_minutes: number;
  advisers: string;
  walk_in_percent: number;
  /** None: all that the body offers in this way. */
  motives: string[];
  /** Somebody comes to the place; not by time window. */
  on_site: boolean;
}

export interface NewDay {
  day: string;
  from_minute: number;
  to_minute: number;
}

export function new_draft(group_id: string, when: NewDay): Draft {
  return {
    group_id,
    modality: 'appointment',
    first_day: when.day,
    repeat: { kind: 'once' },
    except: [],
    legs: [{ key: new_ulid(), sites: [], from: clock_of(when.from_minute), to: clock_of(when.to_minute) }],
    slot_minutes: 20,
    advisers: '1',
    walk_in_percent: 0,
    motives: [],
    on_site: false,
  };
}

export function draft_of({ supply }: SupplyView): Draft {
  const { recurrence } = supply;
  return {
    group_id: supply.group_id,
    modality: supply.modality,
    first_day: recurrence.first_day,
    repeat: read_rule(recurrence.rule, recurrence.first_day),
    except: recurrence.except,
    legs: supply.legs.map((leg) => ({ key: new_ulid(), sites: leg.sites, from: clock_of(leg.from_minute), to: clock_of(leg.to_minute) })),
    slot_minutes: supply.slot_minutes,
    advisers: String(supply.advisers),
    walk_in_percent: supply.walk_in_percent,
    motives: supply.motives,
    on_site: supply.on_site,
  };
}

/** One day of a supply, by itself. */
export function draft_of_day(view: SupplyView, day: string): Draft {
  return { ...draft_of(view), first_day: day, repeat: { kind: 'once' }, except: [] };
}

/** The same from one of its days on: days that were left out before are over. */
export function draft_from(view: SupplyView, day: string): Draft {
  const draft = draft_of(view);
  return { ...draft, first_day: day, except: draft.except.filter((each) => each >= day) };
}

/** Whoever comes during a window is called to a kiosk. */
export function is_on_site(draft: Draft): boolean {
  return draft.on_site && draft.modality !== 'time_window';
}

/** A time or number that is not written yet becomes one that the server refuses at its field. */
export function form_of(draft: Draft, revision: number): SupplyForm {
  return {
    group_id: draft.group_id,
    modality: draft.modality,
    recurrence: {
      first_day: draft.first_day,
      rule: write_rule(draft.repeat),
      except: draft.repeat.kind === 'once' ? [] : draft.except,
    },
    legs: draft.legs.map((leg) => ({ sites: leg.sites, from_minute: minute_of(leg.from) ?? 0, to_minute: minute_of(leg.to) ?? 0 })),
    slot_minutes: draft.slot_minutes,
    advisers: /^\d{1,4}$/.test(draft.advisers.trim()) ? Number(draft.advisers) : 0,
    walk_in_percent: is_on_site(draft) ? 0 : draft.walk_in_percent,
    motives: draft.motives,
    on_site: is_on_site(draft),
    revision,
  };
}
