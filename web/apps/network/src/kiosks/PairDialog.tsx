// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Field, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement, type SubmitEvent } from 'react';

type Kiosk = components['schemas']['KioskRow'];

/** The technician types the code that the kiosk shows on its screen. */
export function PairDialog({ kiosk, on_close }: { kiosk: Kiosk; on_close(paired: boolean): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [code, set_code] = useState('');
  const [error, set_error] = useState<string | null>(null);
  const [pending, set_pending] = useState(false);
  const claim = async () => {
    set_pending(true);
    const paired = await ask(http.POST('/api/v1/kiosk-pairings/claim', { body: { code, kiosk_id: kiosk.kiosk_id } }));
    set_pending(false);
    if (!paired.ok) {
      set_error(problem_text(paired.error));
      return;
    }
    show_toast({ tone: 'good', title: say('network.paired_done', { kiosk: kiosk.name }) });
    on_close(true);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void claim();
  };
  return (
    <Dialog
      title={say('network.pair_title', { kiosk: kiosk.name })}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="primary" icon="key" pending={pending} disabled={code.trim() === ''} on_press={() => void claim()}>
            {say('network.pair')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <Field
          label={say('network.pair_code')}
          description={say('network.pair_code_detail')}
          value={code}
          on_change={(typed) => {
            set_code(typed);
            set_error(null);
          }}
          error={error}
          max_length={12}
          code
          autofocus
        />
      </form>
    </Dialog>
  );
}
