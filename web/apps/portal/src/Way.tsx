// SPDX-License-Identifier: EUPL-1.2
import { classes, Icon, type IconName } from '@parvis/ui';
import { createContext, use, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { address_of, type Place } from './place.ts';
import styles from './portal.module.css';
import type { Way } from './use_place.ts';

export const WayContext = createContext<Way | null>(null);

export function useWay(): Way {
  const way = use(WayContext);
  if (!way) throw new Error('useWay is called outside the portal');
  return way;
}

export interface GoProps {
  to: Place;
  children: ReactNode;
  className?: string;
  icon?: IconName;
  /** How it looks: words in a text, or a button. */
  look?: 'plain' | 'button' | 'quiet';
}

/** A real link, with an address that can be sent, which goes on inside the page. */
export function Go({ to, children, className, icon, look = 'plain' }: GoProps): ReactElement {
  const way = useWay();
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    way.go(to);
  };
  return (
    <a href={address_of(to)} onClick={press} className={classes(className, look !== 'plain' && styles.link, look === 'button' && styles.as_button)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  );
}

/** Joins an appointment from home. The code is in the part of the address that browsers keep to themselves. */
export function JoinLink({ code, children }: { code: string; children: ReactNode }): ReactElement {
  return (
    <a href={`/visit/#${encodeURIComponent(code)}`} className={classes(styles.link, styles.as_button)}>
      <Icon name="camera" />
      <span>{children}</span>
    </a>
  );
}

/** A telephone number stays on one line. */
export function unbroken(telephone: string): string {
  return telephone.replaceAll(' ', '\u00a0');
}

/** Touched on a telephone, it calls. */
export function CallLink({ telephone, children, look = 'quiet' }: { telephone: string; children?: ReactNode; look?: 'button' | 'quiet' }): ReactElement {
  return (
    <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`} className={classes(styles.link, look === 'button' && styles.as_button)}>
      <Icon name="phone" />
      <span>{children ?? unbroken(telephone)}</span>
    </a>
  );
}
