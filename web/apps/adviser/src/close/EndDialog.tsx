// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { place_title, useFromHome } from '../call/from_home.ts';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import type { AdviserInterview } from '../console_model.ts';
import { PrintList } from '../papers/PrintList.tsx';
import { is_over } from '../papers/tray_model.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { fetch_receipt } from './receipt.ts';
import type { UnsentBook } from './unsent_book.ts';

interface EndDialogProps {
  interview: AdviserInterview;
  book: UnsentBook;
  room: InterviewRoom;
  view: RoomView;
  on_close(): void;
}

type Step = 'outcome' | 'receipt';

/** Closes an interview while the citizen is still there: what came of it, the receipt on paper, goodbye. */
export function EndDialog({ interview, book, room, view, on_close }: EndDialogProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const problem_text = useProblemText();
  const [step, set_step] = useState<Step>(interview.has_outcome ? 'receipt' : 'outcome');
  const [pending, set_pending] = useState(false);
  const kept = (book.entry(interview.interview_id)?.outcome ?? null) !== null;
  useEffect(() => room.closing(), [room]);
  const pages = {
    pages_received: view.tray.pages.filter((page) => page.step === 'here').length,
    pages_printed: view.tray.prints.filter((print) => print.step === 'completed').length,
  };
  const receipts = view.tray.prints.filter((print) => print.purpose === 'receipt');
  const under_way = receipts.some((print) => !is_over(print));

  const end = () => {
    book.write_end(interview);
    room.leave();
    void book.send();
  };
  const print_receipt = async () => {
    set_pending(true);
    const receipt = await fetch_receipt(interview.interview_id);
    set_pending(false);
    if (!receipt.ok) {
      show_toast({ tone: 'danger', title: problem_text(receipt.error) });
      return;
    }
    void room.print(say('adviser.receipt'), receipt.value, 'receipt', { copies: 1, sides: 'one', colour: 'grey', pages: '' });
  };

  return (
    <Dialog title={say(`adviser.end.${step}`)} is_open size="wide" dismissable on_close={on_close}>
      {step === 'outcome' ? (
        <OutcomeForm interview={interview} book={book} pages={pages} on_saved={() => set_step('receipt')} />
      ) : (
        <div className={styles.stack}>
          {kept ? (
            <Notice tone="attention" live title={say('adviser.unsent', { site: place_title(interview, say) })}>
              {say('adviser.unsent_receipt')}
            </Notice>
          ) : (
            <p>{say(from_home ? 'adviser.receipt_home' : 'adviser.receipt_detail')}</p>
          )}
          <PrintList room={room} prints={receipts} />
          {under_way ? <Notice>{say(from_home ? 'adviser.receipt_wait_home' : 'adviser.receipt_wait')}</Notice> : null}
          <div className={styles.foot}>
            <Button icon="receipt" pending={pending} disabled={kept} on_press={() => void print_receipt()}>
              {say(receipts.length > 0 ? 'adviser.receipt_again' : 'adviser.receipt_print')}
            </Button>
            <Button tone="danger" icon="phone_down" on_press={end}>
              {say('adviser.end_now')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
