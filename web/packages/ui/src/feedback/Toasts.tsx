// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import type { ReactElement } from 'react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { classes } from '../frame/classes.ts';
import { Icon } from '../icons/Icon.tsx';
import { tone_icon, type Tone } from './tone.ts';
import styles from './Toasts.module.css';

interface ToastText {
  tone: Tone;
  title: string;
  detail?: string;
}

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 4 });
const shown_for_ms = 8000;

export interface ToastRequest {
  title: string;
  detail?: string;
  /** 'danger' stays until dismissed; the others leave after 8 s (longer while pointed at or focused). */
  tone?: Tone;
}

/** Shows a short message in the corner and says it to assistive technologies. Returns the function that takes it away. */
export function show_toast({ title, detail, tone = 'neutral' }: ToastRequest): () => void {
  const key = queue.add({ tone, title, detail }, tone === 'danger' ? {} : { timeout: shown_for_ms });
  return () => queue.close(key);
}

/** The corner where toasts appear; rendered once per page by AppRoot. */
export function Toasts(): ReactElement {
  const say = useSay();
  return (
    <ToastRegion queue={queue} className={styles.region} aria-label={say('ui.notifications')}>
      {({ toast }) => (
        <AriaToast toast={toast} className={classes(styles.toast, styles[toast.content.tone])}>
          <Icon name={tone_icon[toast.content.tone]} className={styles.icon} />
          <ToastContent className={styles.content}>
            <Text slot="title" className={styles.title}>
              {toast.content.title}
            </Text>
            {toast.content.detail ? <Text slot="description">{toast.content.detail}</Text> : null}
          </ToastContent>
          <AriaButton slot="close" className={styles.close} aria-label={say('ui.close')}>
            <Icon name="close" />
          </AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
