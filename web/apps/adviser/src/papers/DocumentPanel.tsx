// SPDX-License-Identifier: EUPL-1.2
import type { PrintOptions } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Notice, show_toast, type DeviceReport } from '@parvis/ui';
import { PdfPages } from '@parvis/ui/pdf';
import { useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from '../call/from_home.ts';
import type { InterviewRoom } from '../call/interview_room.ts';
import { accepted_types, largest_file_mb, open_file, type ChosenFile } from './chosen_file.ts';
import { PrintList } from './PrintList.tsx';
import { GiveOrder, PrintOrder } from './PrintOrder.tsx';
import { ShownFileCard } from './ShownFileCard.tsx';

interface DocumentPanelProps {
  room: InterviewRoom;
  report: DeviceReport | null;
}

/** Chooses a file, looks at it, and shows it at the kiosk or asks to print it there. */
export function DocumentPanel({ room, report }: DocumentPanelProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const input = useRef<HTMLInputElement>(null);
  const { chosen, granted, state, tray } = useSyncExternalStore(room.subscribe, room.view);
  const { file } = tray;
  const choose = async (picked: File | undefined) => {
    if (!picked) return;
    const opened = await open_file(picked);
    if (typeof opened === 'string') refuse(picked.name, opened);
    else room.choose(opened);
  };
  const refuse = (name: string, reason: string) =>
    show_toast({ tone: 'attention', title: say('adviser.file.refused', { name, reason, most: largest_file_mb }) });
  const there = room.files.is_there(chosen);
  const print = (options: PrintOptions) => {
    if (file?.paper_id && (there || !chosen)) room.print_held(file.name, file.paper_id, options);
    else if (chosen) void room.print(chosen.name, chosen.bytes, 'document', options);
    room.choose(null);
  };
  const order = from_home ? <GiveOrder granted={granted} on_order={print} /> : <PrintOrder granted={granted} on_order={print} />;
  return (
    <div className={styles.stack}>
      {report?.printer.state === 'absent' && !from_home ? <Notice tone="danger">{say('adviser.printer_absent')}</Notice> : null}
      <div className={styles.buttons}>
        <Button icon="upload" on_press={() => input.current?.click()}>
          {say('adviser.file.choose')}
        </Button>
        <span className={styles.soft}>{chosen?.name ?? say('adviser.file.kinds', { most: largest_file_mb })}</span>
      </div>
      <input
        ref={input}
        type="file"
        accept={accepted_types}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {file ? <ShownFileCard room={room} file={file} cut={state === 'interrupted' || state === 'failed'} /> : null}
      {chosen ? (
        <Chosen
          file={chosen}
          page={there && file?.step === 'shown' ? file.page : null}
          on_show={there || !granted ? null : () => void room.files.show(chosen)}
          show_label={say(from_home ? 'adviser.file.show_home' : 'adviser.file.show')}
          on_unreadable={() => {
            room.choose(null);
            refuse(chosen.name, 'unreadable');
          }}
        >
          {order}
        </Chosen>
      ) : file?.paper_id ? (
        order
      ) : null}
      <PrintList room={room} prints={tray.prints} />
    </div>
  );
}

interface ChosenProps {
  file: ChosenFile;
  /** The page that the citizen has before them. */
  page: number | null;
  /** null while it is shown, or nothing may be shown. */
  on_show: (() => void) | null;
  show_label: string;
  on_unreadable(): void;
  children: ReactElement;
}

/** What cannot be opened here is neither shown nor printed there. */
function Chosen({ file, page, on_show, show_label, on_unreadable, children }: ChosenProps): ReactElement {
  const [opened, set_opened] = useState<ChosenFile | null>(null);
  return (
    <>
      <div className={page === null ? styles.preview : styles.preview_page} tabIndex={0} role="region" aria-label={file.name}>
        <PdfPages bytes={file.bytes} label={file.name} {...(page === null ? {} : { only_page: page })} on_opened={() => set_opened(file)} on_failed={on_unreadable} />
      </div>
      {opened === file ? (
        <>
          {on_show ? (
            <Button icon="eye" on_press={on_show} stretch>
              {show_label}
            </Button>
          ) : null}
          {children}
        </>
      ) : null}
    </>
  );
}
