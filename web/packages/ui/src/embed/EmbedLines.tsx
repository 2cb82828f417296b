// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { useState, type ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { announce } from '../feedback/Announcer.tsx';
import { Notice } from '../feedback/Notice.tsx';
import { embed_lines, embed_path, type Published } from './embed.ts';
import styles from './EmbedLines.module.css';

interface EmbedLinesProps {
  published: Published;
  /** Large for citizens, normal for staff. */
  size?: 'normal' | 'large';
}

/** The lines for somebody else's web site, to copy, and what they will show there. */
export function EmbedLines({ published, size = 'normal' }: EmbedLinesProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [refused, set_refused] = useState(false);
  const lines = embed_lines(published, location.origin, language);
  const copy = () => {
    // Absent without HTTPS.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = clipboard ? clipboard.writeText(lines) : Promise.reject(new Error('no clipboard'));
    done.then(
      () => {
        set_refused(false);
        announce(say('ui.copied'));
      },
      () => set_refused(true),
    );
  };
  return (
    <>
      <textarea className={styles.lines} readOnly value={lines} aria-label={say('ui.embed.lines')} onFocus={(event) => event.target.select()} />
      <div>
        <Button icon="papers" tone="primary" size={size} on_press={copy}>
          {say('ui.embed.copy')}
        </Button>
      </div>
      {refused ? (
        <Notice tone="attention" live>
          {say('ui.embed.not_copied')}
        </Notice>
      ) : null}
      <h3>{say('ui.embed.preview')}</h3>
      <iframe className={styles.preview} src={embed_path(published, language)} title={say('ui.embed.preview')} />
    </>
  );
}
