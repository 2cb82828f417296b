// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Dialog } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { SubjectChoice } from '../day/SubjectChoice.tsx';
import { useDeskAtWork } from '../desk_context.ts';
import { useGiveUp } from '../queue/use_give_up.ts';
import type { AppointmentView, ChosenSlot, Motive, TicketView } from '../wire.ts';
import { BookedStep } from './BookedStep.tsx';
import { ChosenSubjects } from './ChosenSubjects.tsx';
import { ProposalStep } from './ProposalStep.tsx';
import { ProvisionalStep } from './ProvisionalStep.tsx';
import { VisitorStep } from './VisitorStep.tsx';

export type ChosenPlace = ChosenSlot & { readonly place: string };

interface Booked {
  readonly appointment: AppointmentView;
  readonly provisional: boolean;
}

interface BookingDialogProps {
  /** Chosen already, by a walk-in. */
  motive: Motive | null;
  /** Waits already, and stops waiting once this is booked. */
  instead_of: TicketView | null;
  on_close(): void;
}

/** Three touches: what for, when, done. A name or a number may be left, nothing must be. */
export function BookingDialog({ motive: first_motive, instead_of, on_close }: BookingDialogProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { cut } = useDeskAtWork();
  const give_up = useGiveUp();
  const [motives, choose_motives] = useState<readonly Motive[]>(first_motive === null ? [] : [first_motive]);
  const [slot, choose_slot] = useState<ChosenPlace | null>(null);
  const [booked, set_booked] = useState<Booked | null>(null);
  // What this person was offered stays what they choose from, also when the line comes and goes meanwhile.
  const [provisional, go_on_alone] = useState(cut);

  const keep = (one: Booked) => {
    set_booked(one);
    if (instead_of) void give_up(instead_of);
  };
  if (booked) return <BookedStep {...booked} on_close={on_close} />;
  const [motive] = motives;
  const named = motives.map((one) => one.label[language]).join(', ');
  const title = motive === undefined ? say('desk.booking.what_for') : slot === null ? say('desk.booking.when', { motive: named }) : say('desk.booking.who');
  return (
    <Dialog title={title} is_open dismissable size="wide" on_close={on_close}>
      {motive === undefined ? <SubjectChoice with_other={false} on_choose={(_, chosen) => choose_motives(chosen === null ? [] : [chosen])} /> : null}
      {motive !== undefined && slot === null && !provisional ? (
        <>
          <ChosenSubjects chosen={motives} on_change={choose_motives} />
          <ProposalStep key={motives.map((one) => one.motive_id).join()} motives={motives} on_choose={choose_slot} on_close={on_close} on_cut={() => go_on_alone(true)} />
        </>
      ) : null}
      {motive !== undefined && slot === null && provisional ? <ProvisionalStep motives={motives} on_choose={choose_slot} /> : null}
      {motive !== undefined && slot !== null ? <VisitorStep motives={motives} slot={slot} provisional={provisional} on_back={() => choose_slot(null)} on_booked={keep} /> : null}
    </Dialog>
  );
}
