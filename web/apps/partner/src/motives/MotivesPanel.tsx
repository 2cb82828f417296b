// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Icon } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { modality_icon, modality_name } from '../calendar/BarWords.tsx';
import { acronym_of, type Body, type Network } from '../network_words.ts';
import styles from '../tables.module.css';
import type { MotiveView } from './motive_draft.ts';
import { MotiveDialog } from './MotiveDialog.tsx';

export interface MotivesPanelProps {
  network: Network;
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  on_change(): void;
}

/** Why people come: plain words first, the acronym second, and what they bring. */
export function MotivesPanel({ network, bodies, motives, on_change }: MotivesPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [edited, set_edited] = useState<MotiveView | 'new' | null>(null);
  const shown = motives.filter(({ motive }) => bodies.some((body) => body.partner_id === motive.partner_id));
  return (
    <Card
      title={say('partner.motives')}
      flush
      actions={
        <Button tone="primary" size="small" icon="plus" on_press={() => set_edited('new')}>
          {say('partner.motive_new')}
        </Button>
      }
    >
      {shown.length === 0 ? <p className={styles.empty}>{say('partner.motives_none')}</p> : null}
      {shown.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.motive')}</th>
              <th scope="col">{say('partner.motive_papers')}</th>
              <th scope="col">{say('partner.modality.title')}</th>
              <th scope="col">{say('partner.motive_duration')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('partner.motive_change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((view) => (
              <tr key={view.motive.motive_id}>
                <th scope="row" className={styles.name}>
                  {view.motive.label[language]}
                  <span className={styles.second}>
                    {[bodies.length > 1 ? acronym_of(network, view.motive.partner_id) : '', view.motive.acronym].filter(Boolean).join(' · ')}
                  </span>
                </th>
                <td>
                  <ul className={styles.papers}>
                    {view.motive.papers.map((paper) => (
                      <li key={paper.fr}>{paper[language]}</li>
                    ))}
                  </ul>
                </td>
                <td>
                  {view.motive.modalities.map((modality) => (
                    <span key={modality} className={styles.way}>
                      <Icon name={modality_icon[modality]} size="small" /> {say(modality_name[modality])}
                    </span>
                  ))}
                </td>
                <td className={styles.number}>{say('partner.minutes', { minutes: view.motive.duration_minutes })}</td>
                <td className={styles.end}>
                  {view.allowed_actions.includes('change_motive') ? (
                    <Button size="small" icon="settings" label={say('partner.motive_change_one', { motive: view.motive.label[language] })} on_press={() => set_edited(view)} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited ? (
        <MotiveDialog
          network={network}
          bodies={bodies}
          view={edited === 'new' ? null : edited}
          on_close={(changed) => {
            set_edited(null);
            if (changed) on_change();
          }}
        />
      ) : null}
    </Card>
  );
}
