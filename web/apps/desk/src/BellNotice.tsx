// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { start_bell_sound } from './bell_sound.ts';
import type { KioskView } from './desk_model.ts';

/** Somebody at a kiosk asks for the mediator: seen and heard until answered. */
export function BellNotice({ kiosk, link }: { kiosk: KioskView; link: LinkClient }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const [pending, set_pending] = useState(false);
  useEffect(start_bell_sound, []);
  const answer = async () => {
    set_pending(true);
    const done = await link.send('answer_bell', { kiosk_id: kiosk.kiosk_id });
    set_pending(false);
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  return (
    <Notice
      tone="attention"
      icon="bell"
      live
      title={say('desk.bell', { kiosk: kiosk.name })}
      actions={
        <Button tone="accent" icon="check" pending={pending} on_press={() => void answer()}>
          {say('desk.bell_answer')}
        </Button>
      }
    >
      {kiosk.bell_since === undefined ? kiosk.room : say('desk.bell_since', { room: kiosk.room, since: time_of_day(kiosk.bell_since, language) })}
    </Notice>
  );
}
