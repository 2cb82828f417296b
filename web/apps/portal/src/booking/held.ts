// SPDX-License-Identifier: EUPL-1.2
// A place that the server keeps for five minutes while the form is filled in.
import { new_ulid, success, type Result } from '@parvis/api';
import * as wire from '../wire.ts';
import type { BookingForm, PublicAppointment, VisitorForm } from '../wire.ts';

export interface Held {
  readonly form: BookingForm;
  readonly appointment: PublicAppointment;
  /** Of this page's clock (performance.now) when the answer came. */
  readonly since: number;
}

export async function hold(form: BookingForm): Promise<Result<Held>> {
  const answer = await wire.hold(new_ulid(), form);
  return answer.ok ? success({ form, appointment: answer.value, since: performance.now() }) : answer;
}

/**
 * Books the place. When the five minutes are over it is asked for once more without a word: as long as nobody has
 * taken it, whoever was slow to type loses nothing.
 */
export async function book(held: Held, visitor: VisitorForm): Promise<Result<PublicAppointment>> {
  const booked = await wire.confirm(held.appointment.appointment_id, visitor);
  if (booked.ok || booked.error.reason !== 'hold_expired') return booked;
  const again = await hold(held.form);
  return again.ok ? wire.confirm(again.value.appointment.appointment_id, visitor) : again;
}
