// SPDX-License-Identifier: EUPL-1.2
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Icon, useLinkState } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { BodyList } from './BodyList.tsx';
import { Calls } from './Calls.tsx';
import { useCallSound } from './use_call_sound.ts';
import { useNow, useWall } from './use_wall.ts';
import styles from './wall.module.css';
import { calls_of } from './wall_model.ts';

/** A link that comes back within this is nobody's business. */
const told_away_after_ms = 10_000;

/** Read from five metres: who is called and where to, which bodies are open, what they say, and the hour. */
export function WallScreen({ secret }: { secret: string }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  const { wall, link } = useWall(secret);
  const state = useLinkState(link);
  const now = useNow(wall?.ahead_ms ?? 0);
  const calls = calls_of(wall?.lines ?? []);
  useCallSound(calls);
  const title = wall?.site.name ?? say('wall.title');
  useEffect(() => {
    document.title = `${title} · Parvis`;
  }, [title]);
  if (state.ended) return <Ended />;
  if (!wall) return null;
  const zone = wall.site.time_zone;
  const is_away = state.status !== 'online' && now - wall.ahead_ms - state.since > told_away_after_ms;
  return (
    <main className={styles.wall}>
      <header className={styles.head}>
        <h1 className={styles.site}>{title}</h1>
        <p className={styles.date}>{day(now, language, zone)}</p>
        <p className={styles.clock}>{time_of_day(now, language, zone)}</p>
      </header>
      {is_away ? (
        <p className={styles.away} role="status">
          <Icon name="line_lost" /> {say('wall.away', { since: time_of_day(state.since, language, zone) })}
        </p>
      ) : null}
      <Calls calls={calls} />
      <BodyList lines={wall.lines} now={now} zone={zone} />
      <SoundButton />
    </main>
  );
}

/** Browsers keep a page silent that nobody has touched: then, and only then, there is something to touch. */
function SoundButton(): ReactElement | null {
  const say = useSay();
  const [silent, set_silent] = useState(false);
  useEffect(() => {
    const audio = new AudioContext();
    set_silent(audio.state === 'suspended');
    void audio.close();
  }, []);
  if (!silent) return null;
  return (
    <div className={styles.sound}>
      <Button icon="volume_off" on_press={() => set_silent(false)}>
        {say('wall.sound_on')}
      </Button>
    </div>
  );
}

function Ended(): ReactElement {
  const say = useSay();
  return (
    <main className={styles.ended}>
      <h1>{say('wall.ended')}</h1>
      <p>{say('wall.ended_detail')}</p>
      <a href="/wall/" onClick={() => setTimeout(() => location.reload())}>
        {say('wall.set_up')}
      </a>
    </main>
  );
}
