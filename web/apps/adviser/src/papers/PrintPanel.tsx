// SPDX-License-Identifier: EUPL-1.2
import type { ColourMode, PrintOptions, PrintSides } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Field, Notice, RadioGroup, show_toast, type DeviceReport } from '@parvis/ui';
import { PdfPages } from '@parvis/ui/pdf';
import { useRef, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import { PrintList } from './PrintList.tsx';

const sides: readonly PrintSides[] = ['one', 'long_edge', 'short_edge'];
const colours: readonly ColourMode[] = ['grey', 'colour'];
const most_copies = 20;
const page_ranges = /^\s*(\d+(-\d+)?\s*(,\s*\d+(-\d+)?\s*)*)?$/;

interface PrintPanelProps {
  room: InterviewRoom;
  view: RoomView;
  report: DeviceReport | null;
}

interface ChosenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Chooses a PDF, shows it, and asks the kiosk to print it once the citizen has agreed. */
export function PrintPanel({ room, view, report }: PrintPanelProps): ReactElement {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [file, set_file] = useState<ChosenFile | null>(null);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    if (!starts_as_pdf(bytes)) {
      show_toast({ tone: 'attention', title: say('adviser.print_not_pdf', { name: chosen.name }) });
      return;
    }
    set_file({ name: chosen.name, bytes });
  };
  return (
    <div className={styles.stack}>
      {report?.printer.state === 'absent' ? <Notice tone="danger">{say('adviser.printer_absent')}</Notice> : null}
      <div className={styles.buttons}>
        <Button icon="upload" on_press={() => input.current?.click()}>
          {say('adviser.print_choose')}
        </Button>
        <span className={styles.soft}>{file?.name}</span>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/pdf"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {file ? <PrintOrder key={file.name} file={file} room={room} granted={view.granted} on_sent={() => set_file(null)} /> : null}
      <PrintList room={room} prints={view.tray.prints} />
    </div>
  );
}

interface PrintOrderProps {
  file: ChosenFile;
  room: InterviewRoom;
  granted: boolean;
  on_sent(): void;
}

function PrintOrder({ file, room, granted, on_sent }: PrintOrderProps): ReactElement {
  const say = useSay();
  const [options, set_options] = useState<PrintOptions>({ copies: 1, sides: 'one', colour: 'grey', pages: '' });
  const [copies, set_copies] = useState('1');
  const pages_wrong = !page_ranges.test(options.pages);
  const count = Number(copies);
  const copies_wrong = !Number.isInteger(count) || count < 1 || count > most_copies;
  const print = () => {
    void room.print(file.name, file.bytes, 'document', { ...options, copies: count, pages: options.pages.replaceAll(' ', '') });
    on_sent();
  };
  return (
    <>
      <div className={styles.preview}>
        <PdfPages bytes={file.bytes} label={file.name} />
      </div>
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
      <Button tone="primary" size="large" icon="printer" disabled={!granted || pages_wrong || copies_wrong} on_press={print} stretch>
        {say('adviser.print_start')}
      </Button>
    </>
  );
}

function starts_as_pdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
}
