// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { clock_duration, useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, show_toast, useProblemText, useShortcut } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { Availability, RingView } from '../console_model.ts';

interface RingListProps {
  rings: RingView[];
  availability: Availability;
  link: LinkClient;
}

/** Who rings, the longest wait first; the key "a" takes the first, a press on another picks it. */
export function RingList({ rings, availability, link }: RingListProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [accepting, set_accepting] = useState<string | null>(null);
  const accept = async (ring: RingView) => {
    set_accepting(ring.interview_id);
    const done = await link.send('accept_ring', { interview_id: ring.interview_id });
    set_accepting(null);
    if (!done.ok) show_toast({ tone: 'attention', title: problem_text(done.error) });
  };
  const first = rings[0];
  useShortcut({
    keys: 'a',
    label: say('adviser.ring.accept_first'),
    run: () => first && void accept(first),
    enabled: first !== undefined,
  });
  return (
    <Card title={rings.length === 0 ? undefined : say('adviser.rings', { count: rings.length })}>
      {rings.length === 0 ? (
        <div className={styles.nobody}>
          <p className={styles.quiet}>{say(`adviser.rings_none.${availability}`)}</p>
          {availability === 'available' ? null : (
            <Button tone="primary" icon="check_circle" on_press={() => void link.send('set_availability', { availability: 'available' })}>
              {say('adviser.become_available')}
            </Button>
          )}
        </div>
      ) : (
        <ul className={styles.rings} aria-live="polite">
          {rings.map((ring, index) => (
            <Ring
              key={ring.interview_id}
              ring={ring}
              is_first={index === 0}
              pending={accepting === ring.interview_id}
              accept={() => void accept(ring)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface RingProps {
  ring: RingView;
  is_first: boolean;
  pending: boolean;
  accept(): void;
}

function Ring({ ring, is_first, pending, accept }: RingProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <li className={styles.ring}>
      <div>
        <div className={styles.ring_site}>{ring.site_name}</div>
        <div>
          {ring.subject_label[language]} · {ring.partner.acronym}
          {ring.way_in === 'mediator' ? <span className={styles.soft}> · {say('adviser.ring.by_mediator')}</span> : null}
          {ring.language === 'fr' ? null : <span className={styles.soft}> · {say('adviser.ring.in_english')}</span>}
        </div>
      </div>
      <Waited since={ring.requested_at} />
      <Button tone={is_first ? 'primary' : 'secondary'} size="large" icon="phone" pending={pending} on_press={accept}>
        {say('adviser.ring.accept')}
      </Button>
    </li>
  );
}

/** How long somebody has waited, told every second. */
export function Waited({ since }: { since: number }): ReactElement {
  const say = useSay();
  const [now, set_now] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const duration = clock_duration(Math.max(0, now - since));
  return (
    <span className={styles.waited} aria-label={say('adviser.waits_for', { duration })}>
      {duration}
    </span>
  );
}
