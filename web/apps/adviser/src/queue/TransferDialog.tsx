// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice, RadioGroup, useProblemText } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import type { TicketView } from '../console_model.ts';
import type { QueueOrders } from './queue_orders.ts';
import { place_words } from './queue_words.ts';

type Destination = components['schemas']['DestinationView'];

interface TransferDialogProps {
  ticket: TicketView;
  orders: QueueOrders;
  on_close(): void;
}

/** To another body at the same site: they keep the place and the waiting time that they have. */
export function TransferDialog({ ticket, orders, on_close }: TransferDialogProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [answer, set_answer] = useState<Awaited<ReturnType<typeof destinations_of>> | null>(null);
  const [offer_id, choose] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void destinations_of(ticket.ticket_id).then((came) => wanted && set_answer(came));
    return () => void (wanted = false);
  }, [ticket.ticket_id]);
  const move = async () => {
    if (offer_id !== null && (await orders.act(ticket, { act: 'move', offer_id }))) on_close();
  };
  return (
    <Dialog
      title={say('adviser.transfer.title', { number: ticket.number, site: place_words(ticket, say) })}
      is_open
      size="wide"
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('adviser.cancel')}</Button>
          <Button tone="primary" icon="arrow_right" disabled={offer_id === null} pending={orders.pending} on_press={() => void move()}>
            {say('adviser.transfer.confirm')}
          </Button>
        </>
      }
    >
      {answer && !answer.ok ? <Notice tone="attention">{problem_text(answer.error)}</Notice> : null}
      {answer?.ok && answer.value.destinations.length === 0 ? <Notice>{say('adviser.transfer.none')}</Notice> : null}
      {answer?.ok && answer.value.destinations.length > 0 ? (
        <Destinations destinations={answer.value.destinations} chosen={offer_id} choose={choose} />
      ) : null}
    </Dialog>
  );
}

function Destinations({ destinations, chosen, choose }: { destinations: Destination[]; chosen: string | null; choose(offer_id: string): void }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <RadioGroup
      label={say('adviser.transfer.where')}
      value={chosen}
      on_change={choose}
      choices={destinations.map((one) => ({
        value: one.offer.offer_id,
        label: `${one.offer.partner_name[language]} (${one.offer.acronym}) · ${one.subject_label[language]}`,
        detail:
          one.closed_with === undefined
            ? say(`adviser.transfer.${one.offer.state}`, { waiting: one.waiting })
            : say('adviser.transfer.line_closed', { message: one.closed_with }),
        disabled: one.closed_with !== undefined,
      }))}
    />
  );
}

function destinations_of(ticket_id: string) {
  return ask(http.GET('/api/v1/queue/tickets/{ticket_id}/destinations', { params: { path: { ticket_id } } }));
}
