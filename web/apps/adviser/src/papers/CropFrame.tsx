// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { useRef, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import styles from '../adviser.module.css';

/** What is kept, as fractions of the page. */
export interface CropArea {
  left: number;
  top: number;
  width: number;
  height: number;
}
export const whole_page: CropArea = { left: 0, top: 0, width: 1, height: 1 };

type Edge = 'left' | 'top' | 'right' | 'bottom';
const edges: readonly Edge[] = ['left', 'top', 'right', 'bottom'];
const smallest = 0.05;
const key_step = 0.01;

/** The area after one edge went to a new place, never smaller than a strip that can still be seen. */
export function moved(area: CropArea, edge: Edge, to: number): CropArea {
  const right = area.left + area.width;
  const bottom = area.top + area.height;
  const at = Math.min(1, Math.max(0, to));
  switch (edge) {
    case 'left': {
      const left = Math.min(at, right - smallest);
      return { ...area, left, width: right - left };
    }
    case 'right':
      return { ...area, width: Math.max(at, area.left + smallest) - area.left };
    case 'top': {
      const top = Math.min(at, bottom - smallest);
      return { ...area, top, height: bottom - top };
    }
    case 'bottom':
      return { ...area, height: Math.max(at, area.top + smallest) - area.top };
  }
}

function place_of(area: CropArea, edge: Edge): number {
  return { left: area.left, top: area.top, right: area.left + area.width, bottom: area.top + area.height }[edge];
}

interface CropFrameProps {
  crop: CropArea | null;
  on_change(area: CropArea): void;
  children: ReactNode;
}

/** Four edges over a picture, moved by pointer or by arrow keys. */
export function CropFrame({ crop, on_change, children }: CropFrameProps): ReactElement {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const drag = (edge: Edge) => (event: PointerEvent<HTMLElement>) => {
    if (!crop || !frame.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = frame.current.getBoundingClientRect();
    const across = edge === 'left' || edge === 'right';
    on_change(moved(crop, edge, across ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height));
  };
  return (
    <div ref={frame} className={styles.crop}>
      {children}
      {crop ? (
        <>
          <svg className={styles.crop_shade} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
            <path
              fillRule="evenodd"
              d={`M0 0H1V1H0Z M${crop.left} ${crop.top}h${crop.width}v${crop.height}h${-crop.width}Z`}
            />
          </svg>
          {edges.map((edge) => (
            <span
              key={edge}
              role="slider"
              tabIndex={0}
              className={`${styles.crop_edge} ${styles[`crop_${edge}`]}`}
              style={edge === 'left' || edge === 'right' ? { insetInlineStart: `${place_of(crop, edge) * 100}%` } : { insetBlockStart: `${place_of(crop, edge) * 100}%` }}
              aria-label={say(`adviser.crop.${edge}`)}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(place_of(crop, edge) * 100)}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag(edge)}
              onKeyDown={(event) => {
                const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                on_change(moved(crop, edge, place_of(crop, edge) + by * key_step));
              }}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}
