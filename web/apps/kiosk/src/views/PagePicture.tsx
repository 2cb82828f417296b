// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import styles from './papers.module.css';

/** A canvas that lives outside React, because it is drawn on while nobody looks. */
export function PagePicture({ canvas, label }: { canvas: HTMLCanvasElement; label: string }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(canvas);
  }, [canvas]);
  return <div ref={place} className={styles.picture} role="img" aria-label={label} />;
}
