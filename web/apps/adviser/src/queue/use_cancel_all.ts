// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { show_toast, useProblemText } from '@parvis/ui';
import { useState } from 'react';
import type { Appointment } from './today_model.ts';
import { useToday } from './use_today.tsx';

/** Appointments that the adviser cannot keep: each is cancelled, and its visitor told as they wished to be. */
export function useCancelAll(): { pending: boolean; cancel_all(appointments: readonly Appointment[]): Promise<boolean> } {
  const problem_text = useProblemText();
  const { read_again } = useToday();
  const [pending, set_pending] = useState(false);
  const cancel_all = async (appointments: readonly Appointment[]): Promise<boolean> => {
    set_pending(true);
    let all = true;
    for (const { appointment_id } of appointments) {
      const answer = await ask(http.POST('/api/v1/appointments/{appointment_id}/cancel', { params: { path: { appointment_id } }, body: { reason: 'adviser_prevented' } }));
      if (answer.ok) continue;
      all = false;
      show_toast({ tone: 'danger', title: problem_text(answer.error) });
    }
    set_pending(false);
    read_again();
    return all;
  };
  return { pending, cancel_all };
}
