// SPDX-License-Identifier: EUPL-1.2
import { createContext, use } from 'react';
import type { DeskAppointment } from '../day/day_model.ts';

/** The appointment that the mouse carries, while it does. */
export interface Moving {
  readonly carried: DeskAppointment | null;
  carry(appointment: DeskAppointment | null): void;
}

export const MovingContext = createContext<Moving>({ carried: null, carry: () => {} });

export function useMoving(): Moving {
  return use(MovingContext);
}
