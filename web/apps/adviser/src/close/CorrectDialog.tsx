// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Dialog } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { AdviserInterview } from '../console_model.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import type { OutcomeForm as WrittenOutcome } from './outcome_model.ts';
import type { UnsentBook } from './unsent_book.ts';

interface CorrectDialogProps {
  interview: AdviserInterview;
  written: WrittenOutcome | undefined;
  book: UnsentBook;
  on_close(): void;
}

/** The outcome of an interview that is over, written or corrected as long as the server takes it. */
export function CorrectDialog({ interview, written, book, on_close }: CorrectDialogProps): ReactElement {
  const say = useSay();
  const pages = { pages_received: written?.pages_received ?? 0, pages_printed: written?.pages_printed ?? 0 };
  return (
    <Dialog title={say(written ? 'adviser.correct.title' : 'adviser.correct.write_title')} is_open size="wide" dismissable on_close={on_close}>
      <OutcomeForm interview={interview} book={book} pages={pages} written={written} on_saved={on_close} />
    </Dialog>
  );
}
