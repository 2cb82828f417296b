// SPDX-License-Identifier: EUPL-1.2
import { new_id } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Field } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from './from_home.ts';
import type { InterviewRoom } from './interview_room.ts';

const send_after_ms = 300; // EN 301 549 6.2.4: real-time text within 500 ms

/** Text that the citizen reads in big letters while it is typed: for who hears badly, for a number, for a name. */
export function NotePanel({ room }: { room: InterviewRoom }): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const [note_id, set_note_id] = useState(new_id);
  const [text, set_text] = useState('');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => room.note(note_id, text, false), send_after_ms);
    return () => clearTimeout(timer);
  }, [room, note_id, text]);
  const clear = () => {
    room.note(note_id, '', true);
    set_text('');
    set_note_id(new_id());
  };
  return (
    <div className={styles.stack}>
      <Field label={say(from_home ? 'adviser.note_home' : 'adviser.note')} description={say('adviser.note_detail')} lines={3} value={text} on_change={set_text} max_length={500} />
      <Button icon="close" disabled={text === ''} on_press={clear}>
        {say(from_home ? 'adviser.note_clear_home' : 'adviser.note_clear')}
      </Button>
    </div>
  );
}
