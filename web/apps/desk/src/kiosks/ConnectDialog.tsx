// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type components, type LinkClient } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, RadioGroup, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useNear } from '../day/use_near.ts';
import type { KioskView } from '../desk_model.ts';

type OfferEntry = components['schemas']['OfferEntry'];

interface ConnectDialogProps {
  kiosk: KioskView;
  link: LinkClient;
  on_close(): void;
}

/** The mediator chooses the body in the citizen's place; the kiosk then rings by itself. */
export function ConnectDialog({ kiosk, link, on_close }: ConnectDialogProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { language } = useLanguage();
  const [offer_id, choose] = useState<string | null>(null);
  const [pending, set_pending] = useState(false);
  // One id for this dialog: pressing twice, or again after a cut, starts one interview.
  const [interview_id] = useState(new_ulid);
  const connect = async () => {
    set_pending(true);
    const done = await link.send('connect_kiosk', {
      interview_id,
      kiosk_id: kiosk.kiosk_id,
      offer_id,
      subject: 'other', // the server takes the offer's own
      language,
    });
    set_pending(false);
    if (done.ok) on_close();
    else show_toast({ tone: 'danger', title: problem_text(done.error) });
  };
  return (
    <Dialog
      title={say('desk.connect_title', { kiosk: kiosk.name })}
      is_open
      size="wide"
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('desk.cancel')}</Button>
          <Button tone="primary" icon="phone" disabled={offer_id === null} pending={pending} on_press={() => void connect()}>
            {say('desk.connect')}
          </Button>
        </>
      }
    >
      {kiosk.offers.length === 0 ? (
        <Notice>{say('desk.no_offer')}</Notice>
      ) : (
        <RadioGroup
          label={say('desk.connect_which')}
          value={offer_id}
          on_change={choose}
          choices={kiosk.offers.map((offer) => ({
            value: offer.offer_id,
            label: `${offer.acronym} · ${offer.partner_name[language]}`,
            detail: <OfferTimes offer={offer} />,
            disabled: offer.state !== 'open',
          }))}
        />
      )}
    </Dialog>
  );
}

function OfferTimes({ offer }: { offer: OfferEntry }): ReactNode {
  const say = useSay();
  const near = useNear();
  if (offer.state === 'closed' && offer.opens_at !== undefined) {
    return say('desk.offer.opens_at', near(offer.opens_at));
  }
  return say(`desk.offer.${offer.state}`);
}
