// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type LinkClient } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, DeviceStates, Menu, MenuEntry, show_toast, StatusDot, useProblemText, type Tone } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { KioskView } from '../console_model.ts';

const tones: Record<KioskView['activity'], Tone> = {
  offline: 'danger',
  free: 'good',
  ringing: 'attention',
  calling: 'attention',
  in_interview: 'neutral',
};

/** Who can be called comes first, then who is at work, then who is away; otherwise as the server sorts them. */
const order: readonly KioskView['activity'][] = ['free', 'ringing', 'calling', 'in_interview', 'offline'];

/** The kiosks that this adviser serves, with their true state; a free one may be called. */
export function KioskList({ kiosks, link }: { kiosks: KioskView[]; link: LinkClient }): ReactElement {
  const say = useSay();
  const sorted = [...kiosks].sort((one, other) => order.indexOf(one.activity) - order.indexOf(other.activity));
  return (
    <Card title={say('adviser.kiosks')} height="fill" flush>
      <ul className={styles.kiosks}>
        {sorted.map((kiosk) => (
          <li key={kiosk.kiosk_id} className={styles.kiosk}>
            <div className={styles.kiosk_name}>
              <strong>{kiosk.site_name}</strong>
              {kiosk.activity === 'offline' ? null : <DeviceStates report={kiosk.devices} />}
            </div>
            <StatusDot tone={tones[kiosk.activity]}>{say(`adviser.activity.${kiosk.activity}`)}</StatusDot>
            <CallButton kiosk={kiosk} link={link} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CallButton({ kiosk, link }: { kiosk: KioskView; link: LinkClient }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const call = async (offer_id: string) => {
    const done = await link.send('call_kiosk', { interview_id: new_ulid(), kiosk_id: kiosk.kiosk_id, offer_id });
    if (!done.ok) show_toast({ tone: 'attention', title: problem_text(done.error) });
  };
  const disabled = kiosk.activity !== 'free' || kiosk.offers.length === 0;
  const label = say('adviser.call_kiosk', { kiosk: kiosk.site_name });
  const only = kiosk.offers.length === 1 ? kiosk.offers[0] : undefined;
  if (disabled || only) {
    return (
      <Button size="small" icon="phone" label={label} disabled={disabled} on_press={() => only && void call(only.offer_id)} />
    );
  }
  return (
    <Menu label={label} trigger={<Button size="small" icon="phone" label={label} />}>
      {kiosk.offers.map((offer) => (
        <MenuEntry key={offer.offer_id} on_press={() => void call(offer.offer_id)}>
          {`${offer.acronym} · ${offer.partner_name[language]}`}
        </MenuEntry>
      ))}
    </Menu>
  );
}
