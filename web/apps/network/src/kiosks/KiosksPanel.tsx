// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Badge, Button, Card, Dialog, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../network.module.css';
import { PanelTable } from '../PanelTable.tsx';
import { PairDialog } from './PairDialog.tsx';
import { SelfTestDialog, SelfTestWord } from './SelfTestDialog.tsx';

type Network = components['schemas']['NetworkView'];
type Kiosk = components['schemas']['KioskRow'];

interface KiosksPanelProps {
  network: Network;
  /** Whether the account is a technician's or an administrator's: nobody else pairs, tests or revokes. */
  tends_kiosks: boolean;
  on_change(): void;
}

/** Every kiosk with its place and its last self-test; pair a new one by its code, test or revoke a paired one. */
export function KiosksPanel({ network, tends_kiosks, on_change }: KiosksPanelProps): ReactElement {
  const say = useSay();
  const [testing, set_testing] = useState<Kiosk | null>(null);
  const [pairing, set_pairing] = useState<Kiosk | null>(null);
  const [revoking, set_revoking] = useState<Kiosk | null>(null);
  const site_of = (kiosk: Kiosk) => network.sites.find((site) => site.site_id === kiosk.site_id);
  return (
    <Card title={say('network.kiosks')} flush>
      <PanelTable heads={[say('network.site'), say('network.territory'), say('network.kiosk'), say('network.state'), ...(tends_kiosks ? [say('network.self_test')] : [])]} with_actions={tends_kiosks}>
        {network.kiosks.map((kiosk) => (
          <tr key={kiosk.kiosk_id}>
            <td>{site_of(kiosk)?.name}</td>
            <td className={styles.soft}>{site_of(kiosk)?.territory}</td>
            <td>
              {kiosk.name} <span className={styles.soft}>{kiosk.room}</span>
            </td>
            <td>
              <PairedState kiosk={kiosk} />
            </td>
            {tends_kiosks ? <td>{kiosk.self_test ? <SelfTestWord result={kiosk.self_test} /> : null}</td> : null}
            {tends_kiosks ? (
              <td>
                <div className={styles.row_actions}>
                  {kiosk.paired ? (
                    <>
                      <Button size="small" icon="check" on_press={() => set_testing(kiosk)}>
                        {say('network.self_test')}
                      </Button>
                      <Button size="small" icon="plug_out" on_press={() => set_revoking(kiosk)}>
                        {say('network.revoke')}
                      </Button>
                    </>
                  ) : (
                    <Button size="small" tone="primary" icon="key" on_press={() => set_pairing(kiosk)}>
                      {say('network.pair')}
                    </Button>
                  )}
                </div>
              </td>
            ) : null}
          </tr>
        ))}
      </PanelTable>
      {pairing ? (
        <PairDialog
          kiosk={pairing}
          on_close={(paired) => {
            set_pairing(null);
            if (paired) on_change();
          }}
        />
      ) : null}
      {testing ? (
        <SelfTestDialog
          kiosk={testing}
          on_close={() => {
            set_testing(null);
            on_change();
          }}
        />
      ) : null}
      {revoking ? (
        <RevokeDialog
          kiosk={revoking}
          on_close={(revoked) => {
            set_revoking(null);
            if (revoked) on_change();
          }}
        />
      ) : null}
    </Card>
  );
}

function PairedState({ kiosk }: { kiosk: Kiosk }): ReactElement {
  const say = useSay();
  if (kiosk.paired) return <Badge tone="good">{say('network.paired')}</Badge>;
  if (kiosk.revoked_at) return <Badge tone="danger">{say('network.revoked')}</Badge>;
  return <Badge>{say('network.not_paired')}</Badge>;
}

function RevokeDialog({ kiosk, on_close }: { kiosk: Kiosk; on_close(revoked: boolean): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [pending, set_pending] = useState(false);
  const revoke = async () => {
    set_pending(true);
    const done = await ask(
      http.POST('/api/v1/kiosks/{kiosk_id}/revoke', { params: { path: { kiosk_id: kiosk.kiosk_id } } }),
    );
    if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
    on_close(done.ok);
  };
  return (
    <Dialog
      title={say('network.revoke_title', { kiosk: kiosk.name })}
      is_open
      alert
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="danger" icon="plug_out" pending={pending} on_press={() => void revoke()}>
            {say('network.revoke')}
          </Button>
        </>
      }
    >
      <p>{say('network.revoke_detail')}</p>
    </Dialog>
  );
}
