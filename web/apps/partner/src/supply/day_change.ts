// SPDX-License-Identifier: EUPL-1.2
// What dragging a bar of the calendar means. Pure.
import { draft_of_day, form_of, type Draft, type SupplyForm, type SupplyView } from './draft.ts';
import { clock_of } from '@parvis/i18n/local_time';

export interface Dragged {
  view: SupplyView;
  day: string;
  leg: number;
  to_day: string;
  /** How many minutes the beginning and the end of the bar have moved. */
  from_shift: number;
  to_shift: number;
}

function shifted(clock_minute: number, shift: number): string {
  return clock_of(Math.min(1440, Math.max(0, clock_minute + shift)));
}

/** Moved as a whole, the other legs of the day come along; lengthened, they stay where they are. */
export function dragged_draft({ view, day, leg, to_day, from_shift, to_shift }: Dragged): Draft {
  const draft = draft_of_day(view, day);
  const whole = from_shift === to_shift;
  const legs = draft.legs.map((each, number) => {
    const planned = view.supply.legs[number];
    if (!planned || !(whole || number === leg)) return each;
    return { ...each, from: shifted(planned.from_minute, from_shift), to: shifted(planned.to_minute, to_shift) };
  });
  return { ...draft, first_day: to_day, legs };
}

export function dragged_form(dragged: Dragged, revision: number): SupplyForm {
  return form_of(dragged_draft(dragged), revision);
}
