// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '@parvis/api';
import { default_zone, useLanguage, useSay } from '@parvis/i18n';
import { moment_words } from '@parvis/i18n/local_time';
import { Badge, Button, Card, Notice, show_toast, useProblemText } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { MotiveView } from '../motives/motive_draft.ts';
import { acronym_of, type Body, type Network } from '../network_words.ts';
import tables from '../tables.module.css';
import type { Answer } from '../use_answer.ts';
import { cancel_it, find_place, leave_it, move_there, reason_words, type Displaced, type DisplacedList } from './displaced.ts';
import styles from './displaced.module.css';

export interface DisplacedPanelProps {
  network: Network;
  bodies: readonly Body[];
  motives: readonly MotiveView[];
  answer: Answer<DisplacedList>;
}

/** Appointments whose place is gone, until each is moved, cancelled, or left as agreed. The desks of their sites see them too. */
export function DisplacedPanel({ network, bodies, motives, answer }: DisplacedPanelProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const [busy, set_busy] = useState<string | null>(null);
  const { value, problem, reload } = answer;
  const shown = value?.appointments.filter((each) => bodies.some((body) => body.partner_id === each.partner_id)) ?? [];
  const subject = (each: Displaced) => motives.find(({ motive }) => motive.motive_id === each.motives[0])?.motive.label[language] ?? '';
  const zone = value?.time_zone ?? default_zone;
  const at = (instant: number) => moment_words(instant, zone, language);
  const name = (each: Displaced) => ({ what: each.code || at(each.starts_at) });

  const told = (each: Displaced) => say(each.can_be_told ? 'partner.displaced.written' : 'partner.displaced.not_written');
  const refuse = (problem_of: Problem) => show_toast({ tone: 'danger', title: problem_text(problem_of) });
  /** True when it went somewhere. */
  const move = async (each: Displaced): Promise<boolean> => {
    const place = await find_place(each, network.sites[0]?.site_id ?? '', zone);
    if (!place.ok) {
      refuse(place.error);
      return false;
    }
    if (place.value === undefined) {
      show_toast({ tone: 'attention', title: say('partner.displaced.nowhere', name(each)) });
      return false;
    }
    const moved = await move_there(each, place.value);
    if (!moved.ok) refuse(moved.error);
    else show_toast({ tone: 'good', title: say('partner.displaced.moved', { when: at(place.value.starts_at) }), detail: told(each) });
    return moved.ok;
  };
  const move_one = async (each: Displaced) => {
    set_busy(each.appointment_id);
    await move(each);
    await reload();
    set_busy(null);
  };
  const move_all = async () => {
    set_busy('all');
    // One after the other: each takes a place that the next one must see.
    for (const each of shown) await move(each);
    await reload();
    set_busy(null);
  };
  const settle = async (each: Displaced, doing: Promise<Result<unknown>>, words: string) => {
    set_busy(each.appointment_id);
    const done = await doing;
    if (done.ok) show_toast({ tone: 'good', title: words });
    else refuse(done.error);
    await reload();
    set_busy(null);
  };

  return (
    <Card
      title={say('partner.displaced.title')}
      flush
      actions={
        shown.length > 1 ? (
          <Button size="small" icon="arrow_right" pending={busy === 'all'} disabled={busy !== null && busy !== 'all'} on_press={() => void move_all()}>
            {say('partner.displaced.move_all')}
          </Button>
        ) : undefined
      }
    >
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {value && shown.length === 0 ? <p className={tables.empty}>{say('partner.displaced.none')}</p> : null}
      {value && shown.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('partner.displaced.when')}</th>
              <th scope="col">{say('partner.displaced.where')}</th>
              <th scope="col">{say('partner.displaced.number')}</th>
              <th scope="col">{say('partner.displaced.why')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('partner.displaced.what_now')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.appointment_id}>
                <th scope="row" className={tables.name}>
                  {at(each.starts_at)}
                  <span className={tables.second}>{subject(each)}</span>
                </th>
                <td>
                  {each.site || say('partner.displaced.remote')}
                  <span className={tables.second}>{acronym_of(network, each.partner_id)}</span>
                </td>
                <td className={tables.number}>
                  {each.code}
                  <span className={tables.second}>{each.can_be_told ? null : <Badge tone="attention">{say('partner.displaced.unreachable')}</Badge>}</span>
                </td>
                <td>{say(reason_words[each.reason])}</td>
                <td>
                  <div className={styles.actions}>
                    <Button size="small" tone="primary" label={say('partner.displaced.move_label', name(each))} pending={busy === each.appointment_id} disabled={busy !== null} on_press={() => void move_one(each)}>
                      {say('partner.displaced.move')}
                    </Button>
                    <Button size="small" label={say('partner.displaced.cancel_label', name(each))} disabled={busy !== null} on_press={() => void settle(each, cancel_it(each), say('partner.displaced.cancelled'))}>
                      {say('partner.displaced.cancel')}
                    </Button>
                    <Button size="small" label={say('partner.displaced.leave_label', name(each))} disabled={busy !== null} on_press={() => void settle(each, leave_it(each), say('partner.displaced.left'))}>
                      {say('partner.displaced.leave')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}
