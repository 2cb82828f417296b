// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Field, Select } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../portal.module.css';
import { usePortal } from '../portal_state.ts';
import type { Door } from '../wire.ts';
import { useWords } from '../words.ts';
import type { FieldErrors } from './BookingPage.tsx';
import { empty_draft, longest_first_name, longest_note, type VisitorDraft } from './visitor.ts';

const companions_offered = ['0', '1', '2', '3'] as const;

/** A first name, a number; everything else stands behind one button, for those who want it. */
export function VisitorFields({ door, errors }: { door: Door; errors: FieldErrors }): ReactElement {
  const { say } = useWords();
  const { draft, set_draft } = usePortal();
  const change = (part: Partial<VisitorDraft>) => set_draft((before) => ({ ...before, ...part }));
  const [opened, set_opened] = useState(
    () => draft.email !== '' || draft.companions !== empty_draft.companions || draft.note !== '',
  );
  const more = opened || errors.email !== undefined || errors.note !== undefined || errors.companions !== undefined;
  return (
    <>
      <Field
        label={say('portal.form.first_name')}
        name="first_name"
        value={draft.first_name}
        on_change={(first_name) => change({ first_name })}
        error={errors.first_name}
        autocomplete="given-name"
        max_length={longest_first_name}
        required
      />
      <Field
        label={door === 'telephone' ? say('portal.form.telephone_needed') : say('portal.form.telephone')}
        name="telephone"
        value={draft.telephone}
        on_change={(telephone) => change({ telephone })}
        description={door === 'telephone' ? say('portal.form.telephone_needed_why') : say('portal.form.telephone_why')}
        error={errors.telephone}
        type="tel"
        input_mode="tel"
        autocomplete="tel"
        required={door === 'telephone'}
      />
      {more ? (
        <>
          <Field
            label={say('portal.form.email')}
            name="email"
            value={draft.email}
            on_change={(email) => change({ email })}
            error={errors.email}
            type="email"
            input_mode="email"
            autocomplete="email"
          />
          {door === 'telephone' ? null : (
            <Select
              label={say('portal.form.companions')}
              choices={companions_offered.map((value) => ({ value, label: say('portal.form.companions_count', { count: Number(value) }) }))}
              value={companions_offered.find((value) => value === String(draft.companions)) ?? '0'}
              on_change={(value) => change({ companions: Number(value) })}
              error={errors.companions}
            />
          )}
          <Field
            label={say('portal.form.note')}
            name="note"
            value={draft.note}
            on_change={(note) => change({ note })}
            description={say('portal.form.note_hint')}
            error={errors.note}
            lines={3}
            max_length={longest_note}
          />
          <Checkbox is_selected={draft.note_is_confidential} on_change={(note_is_confidential) => change({ note_is_confidential })}>
            {say('portal.form.note_confidential')}
          </Checkbox>
        </>
      ) : (
        <div className={styles.centred}>
          <Button tone="quiet" icon="plus" on_press={() => set_opened(true)}>
            {say('portal.form.more')}
          </Button>
        </div>
      )}
    </>
  );
}
