// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Notice, show_toast, start_chime, useProblemText, type Chime } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import type { KioskView } from '../desk_model.ts';

const bell: Chime = { notes_hz: [880, 660], step_s: 0.22, loudness: 0.2, again_after_ms: 4000 };

/** Somebody at a kiosk asks for the mediator: seen and heard until answered. */
export function BellNotice({ kiosk, link }: { kiosk: KioskView; link: LinkClient }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const [pending, set_pending] = useState(false);
  useEffect(() => start_chime(bell), []);
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
