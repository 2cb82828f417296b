// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import styles from './Countdown.module.css';

export interface CountdownOptions {
  seconds: number;
  on_end(): void;
  /** False stops it where it is; true again starts it anew. */
  running?: boolean;
}

/** Whole seconds left; calls on_end once at zero. Counts by the clock, so a page that slept ends at once. */
export function useCountdown({ seconds, on_end, running = true }: CountdownOptions): number {
  const [left, set_left] = useState(seconds);
  const end = useRef(on_end);
  useEffect(() => {
    end.current = on_end;
  });
  useEffect(() => {
    if (!running) return;
    const ends_at = performance.now() + seconds * 1000;
    const tick = () => {
      const remaining = Math.max(0, Math.ceil((ends_at - performance.now()) / 1000));
      set_left(remaining);
      if (remaining > 0) return;
      clearInterval(timer);
      end.current();
    };
    const timer = setInterval(tick, 250);
    set_left(seconds);
    return () => clearInterval(timer);
  }, [seconds, running]);
  return left;
}

export interface CountdownProps extends CountdownOptions {
  /** What happens at the end: "Retour à l’accueil". */
  label: ReactNode;
}

/** A ring that empties, the seconds inside, and the words beside. */
export function Countdown({ label, ...options }: CountdownProps): ReactElement {
  const left = useCountdown(options);
  return (
    <div className={styles.countdown} role="timer">
      <svg viewBox="0 0 48 48" className={styles.ring} aria-hidden>
        <circle className={styles.rail} cx="24" cy="24" r="20" pathLength="100" />
        <circle
          className={styles.left}
          cx="24"
          cy="24"
          r="20"
          pathLength="100"
          strokeDasharray={`${(left / options.seconds) * 100} 100`}
          transform="rotate(-90 24 24)"
        />
        <text x="24" y="24" className={styles.number}>
          {left}
        </text>
      </svg>
      <span>
        {label} <span className="visually-hidden">{left} s</span>
      </span>
    </div>
  );
}
