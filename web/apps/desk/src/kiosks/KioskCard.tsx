// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient, Result } from '@parvis/api';
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Card, DeviceStates, show_toast, useProblemText, type Tone } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { ConnectDialog } from './ConnectDialog.tsx';
import styles from '../desk.module.css';
import type { KioskView } from '../desk_model.ts';

const tones: Record<KioskView['activity'], Tone> = {
  offline: 'danger',
  free: 'good',
  ringing: 'attention',
  calling: 'attention',
  in_interview: 'neutral',
};

interface KioskCardProps {
  kiosk: KioskView;
  link: LinkClient;
  /** What is shown of a kiosk without a network is what was; nothing can be done with it. */
  online: boolean;
  /** Of the person who is called there or sits there. */
  ticket_number: number | null;
}

/** One kiosk: what happens there now, its devices, and what the mediator can do. */
export function KioskCard({ kiosk, link, online, ticket_number }: KioskCardProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [connecting, set_connecting] = useState(false);
  return (
    <Card title={kiosk.name} actions={<span>{kiosk.room}</span>}>
      <div className={styles.stack}>
        <div className={styles.now}>
          <Badge tone={tones[kiosk.activity]}>
            {say(`desk.activity.${kiosk.activity}`, { body: kiosk.partner_acronym ?? '' })}
          </Badge>
          <span className={styles.since}>
            {kiosk.since === 0 ? say('desk.never_seen') : say('desk.since', { since: time_of_day(kiosk.since, language) })}
          </span>
        </div>
        {ticket_number === null ? null : <p className={styles.large}>{say('desk.kiosk.ticket', { number: ticket_number })}</p>}
        <DeviceStates report={kiosk.devices} />
        {online ? <KioskActions kiosk={kiosk} link={link} on_connect={() => set_connecting(true)} /> : null}
      </div>
      {connecting ? <ConnectDialog kiosk={kiosk} link={link} on_close={() => set_connecting(false)} /> : null}
    </Card>
  );
}

interface KioskActionsProps {
  kiosk: KioskView;
  link: LinkClient;
  on_connect(): void;
}

function KioskActions({ kiosk, link, on_connect }: KioskActionsProps): ReactElement | null {
  const say = useSay();
  const problem_text = useProblemText();
  const [pending, set_pending] = useState(false);
  const tell = async (command: Promise<Result<unknown>>) => {
    set_pending(true);
    const done = await command;
    set_pending(false);
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  const interview_id = kiosk.interview_id;
  switch (kiosk.activity) {
    case 'free':
      return (
        <Button tone="primary" icon="phone" on_press={on_connect} stretch>
          {say('desk.connect')}
        </Button>
      );
    case 'ringing':
      return (
        <Button icon="phone_down" pending={pending} on_press={() => void tell(link.send('cancel_ring', { interview_id }))} stretch>
          {say('desk.cancel_ring')}
        </Button>
      );
    case 'calling':
      return (
        <Button tone="accent" icon="phone" pending={pending} on_press={() => void tell(link.send('answer_call', { interview_id }))} stretch>
          {say('desk.answer_call', { body: kiosk.partner_acronym ?? '' })}
        </Button>
      );
    case 'offline':
    case 'in_interview':
      return null;
  }
}
