// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Notice } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { Motive, OfferEntry } from '../wire.ts';
import { subjects_here, type Subject } from './day_model.ts';
import { useNear } from './use_near.ts';

interface SubjectChoiceProps {
  on_choose(subject: Subject, motive: Motive | null): void;
  /** Whether somebody may come for something that has no name here. */
  with_other: boolean;
}

/** What does the person come for? In their words, the body beside it; one touch. */
export function SubjectChoice({ on_choose, with_other }: SubjectChoiceProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const subjects = subjects_here(day).filter((subject) => with_other || subject.motives.length > 0);
  if (subjects.length === 0) return <Notice>{say('desk.no_offer')}</Notice>;
  return (
    <div className={styles.subjects}>
      {subjects.map((subject) => (
        <section key={subject.offer.offer_id} className={styles.subject} aria-label={subject.offer.acronym}>
          <header className={styles.subject_head}>
            <h3>{subject.offer.acronym}</h3>
            <OfferBadge offer={subject.offer} />
          </header>
          {subject.motives.map((motive) => (
            <Button key={motive.motive_id} stretch on_press={() => on_choose(subject, motive)}>
              {motive.label[language]}
            </Button>
          ))}
          {with_other ? (
            <Button tone="quiet" stretch on_press={() => on_choose(subject, null)}>
              {say('desk.subject.other', { body: subject.offer.acronym })}
            </Button>
          ) : null}
        </section>
      ))}
    </div>
  );
}

export function OfferBadge({ offer }: { offer: OfferEntry }): ReactElement {
  const say = useSay();
  const near = useNear();
  if (offer.state === 'open') return <Badge tone="good">{say('desk.offer.open')}</Badge>;
  if (offer.state === 'nobody_there') return <Badge tone="attention">{say('desk.offer.nobody_there_short')}</Badge>;
  return <Badge icon="clock">{offer.opens_at === undefined ? say('desk.offer.closed') : say('desk.offer.opens_at', near(offer.opens_at))}</Badge>;
}
