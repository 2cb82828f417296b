// SPDX-License-Identifier: EUPL-1.2
import { day_and_time, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { cancel_reasons, type AppointmentView, type CancelReason } from '../wire.ts';

/** Why is it cancelled? Touching the reason does it. */
export function CancelDialog({ appointment, on_close }: { appointment: AppointmentView; on_close(): void }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { submit, look } = useDeskAtWork();
  const { appointment_id, starts_at, visitor } = appointment;
  const name = visitor.first_name || say('desk.expected.unnamed');
  const cancel = async (reason: CancelReason) => {
    const outcome = await submit(say('desk.about.cancel', { name }), { kind: 'cancel', appointment_id, form: { reason } });
    look();
    if (outcome) on_close();
  };
  return (
    <Dialog
      title={say('desk.cancel_title', { name, at: day_and_time(starts_at, language) })}
      is_open
      dismissable
      on_close={on_close}
      actions={<Button on_press={on_close}>{say('desk.keep_appointment')}</Button>}
    >
      <div className={styles.answers}>
        {cancel_reasons.map((reason) => (
          <Button key={reason} size="large" stretch on_press={() => void cancel(reason)}>
            {say(`desk.cancel_reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
