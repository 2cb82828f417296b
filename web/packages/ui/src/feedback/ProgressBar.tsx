// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  label: string;
  /** 0..1, or null while nobody knows. */
  value: number | null;
  /** Words instead of the percentage: "3 pages sur 5". */
  value_text?: string;
  detail?: ReactNode;
}

export function ProgressBar({ label, value, value_text, detail }: ProgressBarProps): ReactElement {
  return (
    <AriaProgressBar
      className={styles.progress}
      value={value ?? 0}
      maxValue={1}
      isIndeterminate={value === null}
      valueLabel={value_text}
    >
      {({ valueText, isIndeterminate }) => (
        <>
          <span className={styles.words}>
            <Label>{label}</Label>
            {isIndeterminate ? null : <span>{valueText}</span>}
          </span>
          <svg className={styles.track} viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden>
            <rect className={styles.rail} width="100" height="2" />
            <rect className={isIndeterminate ? styles.moving : styles.bar} width={isIndeterminate ? 30 : (value ?? 0) * 100} height="2" />
          </svg>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
        </>
      )}
    </AriaProgressBar>
  );
}
