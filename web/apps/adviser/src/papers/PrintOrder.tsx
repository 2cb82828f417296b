// SPDX-License-Identifier: EUPL-1.2
import type { ColourMode, PrintOptions, PrintSides } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Field, RadioGroup } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';

const sides: readonly PrintSides[] = ['one', 'long_edge', 'short_edge'];
const colours: readonly ColourMode[] = ['grey', 'colour'];
const most_copies = 20;
const page_ranges = /^\s*(\d+(-\d+)?\s*(,\s*\d+(-\d+)?\s*)*)?$/;

/** At home nothing is printed: the citizen sees the document and saves it, or not. */
export function GiveOrder({ granted, on_order }: { granted: boolean; on_order(options: PrintOptions): void }): ReactElement {
  const say = useSay();
  return (
    <Button tone="primary" size="large" icon="send" disabled={!granted} on_press={() => on_order({ copies: 1, sides: 'one', colour: 'colour', pages: '' })} stretch>
      {say('adviser.give_start')}
    </Button>
  );
}

/** How the document is to be printed, and the order: the citizen then sees it and decides. */
export function PrintOrder({ granted, on_order }: { granted: boolean; on_order(options: PrintOptions): void }): ReactElement {
  const say = useSay();
  const [options, set_options] = useState<PrintOptions>({ copies: 1, sides: 'one', colour: 'grey', pages: '' });
  const [copies, set_copies] = useState('1');
  const pages_wrong = !page_ranges.test(options.pages);
  const count = Number(copies);
  const copies_wrong = !Number.isInteger(count) || count < 1 || count > most_copies;
  const order = () => on_order({ ...options, copies: count, pages: options.pages.replaceAll(' ', '') });
  return (
    <>
      <div className={styles.pair}>
        <Field
          label={say('adviser.print.copies')}
          value={copies}
          on_change={set_copies}
          input_mode="numeric"
          error={copies_wrong ? say('adviser.print.copies_wrong', { most: most_copies }) : null}
        />
        <Field
          label={say('adviser.print.pages')}
          value={options.pages}
          on_change={(pages) => set_options({ ...options, pages })}
          placeholder={say('adviser.print.pages_all')}
          error={pages_wrong ? say('adviser.print.pages_wrong') : null}
        />
      </div>
      <RadioGroup
        label={say('adviser.print.sides')}
        layout="pills"
        value={options.sides}
        on_change={(value) => set_options({ ...options, sides: value })}
        choices={sides.map((value) => ({ value, label: say(`adviser.print.sides.${value}`) }))}
      />
      <RadioGroup
        label={say('adviser.scan.colour')}
        layout="pills"
        value={options.colour}
        on_change={(colour) => set_options({ ...options, colour })}
        choices={colours.map((value) => ({ value, label: say(`adviser.colour.${value}`) }))}
      />
      <Button tone="primary" size="large" icon="printer" disabled={!granted || pages_wrong || copies_wrong} on_press={order} stretch>
        {say('adviser.print_start')}
      </Button>
    </>
  );
}
