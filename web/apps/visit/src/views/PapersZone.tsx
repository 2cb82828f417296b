// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { Button, Icon, Notice } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import { accepted_types, most_pages, type FileRefusal } from '../papers/page_pictures.ts';
import { open_file, waiting_page, type GivenFile, type OwnPage, type Table } from '../papers/table.ts';
import { FileReading } from './FileReading.tsx';
import styles from './papers.module.css';
import { PhotoTaking } from './PhotoTaking.tsx';

const refusals: Record<FileRefusal | 'no_camera', MessageKey> = {
  no_camera: 'visit.photo.no_camera',
  too_large: 'visit.paper.too_large',
  too_many_pages: 'visit.paper.too_many_pages',
  unreadable: 'visit.paper.unreadable',
};

interface ZoneProps {
  room: InterviewRoom;
  talk: RoomView;
  /** The page's own camera may take a photo. */
  has_camera: boolean;
}

/** Something to be looked at needs the room. */
export function is_reading({ photo, table }: RoomView): boolean {
  return photo !== null || waiting_page(table) !== null || open_file(table) !== null;
}

/** The papers between the two of them; what needs the citizen's word goes before everything else. */
export function PapersZone({ room, talk, has_camera }: ZoneProps): ReactElement {
  const { photo, table } = talk;
  const zone = useRef<HTMLElement>(null);
  const reading = is_reading(talk);
  const was_reading = useRef(false);
  useEffect(() => {
    // What had the focus is gone with what was read.
    if (was_reading.current && !reading) zone.current?.focus();
    was_reading.current = reading;
  }, [reading]);
  const page = waiting_page(table);
  const file = open_file(table);
  if (photo) return <PhotoTaking stand={room.photo} photo={photo} />;
  if (page) return <PageQuestion key={page.page_id} room={room} page={page} />;
  if (file) return <FileReading key={file.command_id} room={room} file={file} />;
  return <OwnPapers room={room} talk={talk} has_camera={has_camera} zone={zone} />;
}

/** The whole page, and the two answers. Nothing has left yet. */
function PageQuestion({ room, page }: { room: InterviewRoom; page: OwnPage }): ReactElement {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.question} aria-labelledby="page-question">
      <h2 id="page-question" ref={title} tabIndex={-1}>
        {say('visit.paper.ask')}
      </h2>
      <div className={styles.sheet}>
        <img src={page.picture.address} alt={say('visit.paper.page', { number: page.number })} />
      </div>
      <div className={styles.answers} data-lead>
        <Button tone="primary" size="large" icon="send" on_press={() => room.papers.decide(page, true)}>
          {say('visit.paper.send')}
        </Button>
        <Button icon="do_not_send" on_press={() => room.papers.decide(page, false)}>
          {say('visit.paper.keep')}
        </Button>
        <Button icon="rotate_right" on_press={() => void room.papers.turn_own(page)}>
          {say('visit.paper.turn')}
        </Button>
      </div>
    </section>
  );
}

/** A photo or a file, asked for or not; and what went to and fro so far. */
function OwnPapers({ room, talk, has_camera, zone }: ZoneProps & { zone: RefObject<HTMLElement | null> }): ReactElement {
  const say = useSay();
  const { table, face_away } = talk;
  const [refusal, set_refusal] = useState<FileRefusal | 'no_camera' | null>(null);
  const [busy, set_busy] = useState(false);
  const asked = table.asked !== null;
  const offer = async (files: readonly File[]) => {
    if (files.length === 0) return;
    set_busy(true);
    set_refusal(await room.papers.offer(files));
    set_busy(false);
  };
  const photograph = async () => {
    set_refusal(null);
    if (await room.photo.open()) return;
    set_refusal('no_camera');
    // The button that was pressed makes room for another one.
    zone.current?.focus();
  };
  const lead = asked ? 'primary' : 'secondary';
  const given = table.files.filter(({ answered, kind }) => kind === 'shown' || answered !== 'refused');
  return (
    <section ref={zone} tabIndex={-1} className={styles.zone} data-asked={asked || undefined} aria-label={say('visit.paper.zone')}>
      {asked ? (
        <p className={styles.asked} role="status">
          <Icon name="paper" size="large" /> {say('visit.paper.asked')}
        </p>
      ) : null}
      {refusal === null ? null : (
        <Notice tone="attention" live>
          {say(refusals[refusal], { most: most_pages })}
        </Notice>
      )}
      <div className={styles.answers} data-lead={asked || undefined}>
        {has_camera && refusal !== 'no_camera' ? (
          <Button tone={lead} icon="retake" pending={face_away} disabled={busy} on_press={() => void photograph()}>
            {say('visit.paper.photo')}
          </Button>
        ) : (
          <Picker label={say('visit.paper.photo')} icon="retake" tone={lead} busy={busy} camera on_files={(files) => void offer(files)} />
        )}
        <Picker label={say('visit.paper.file')} icon="upload" tone="secondary" busy={busy} on_files={(files) => void offer(files)} />
        {asked ? (
          <Button icon="close" on_press={() => room.papers.decline()}>
            {say('visit.paper.decline')}
          </Button>
        ) : null}
      </div>
      <Sent table={table} />
      {given.map((file) => (
        <Given key={file.command_id} room={room} file={file} />
      ))}
    </section>
  );
}

interface PickerProps {
  label: string;
  icon: 'retake' | 'upload';
  tone: 'primary' | 'secondary';
  busy: boolean;
  /** Without a camera of the page: a telephone opens its own app, a computer a choice of pictures. */
  camera?: boolean;
  on_files(files: File[]): void;
}

function Picker({ label, icon, tone, busy, camera, on_files }: PickerProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button tone={tone} icon={icon} pending={busy} on_press={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={camera ? 'image/*' : accepted_types}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          on_files([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function Sent({ table }: { table: Table }): ReactElement | null {
  const say = useSay();
  const sent = table.pages.filter(({ state }) => state === 'sent').length;
  const sending = table.pages.some(({ state }) => state === 'sending');
  if (sent === 0 && !sending) return null;
  return (
    <p className={styles.fact} role="status">
      <Icon name={sending ? 'clock' : 'check_circle'} /> {sending ? say('visit.paper.sending') : say('visit.paper.sent', { count: sent })}
    </p>
  );
}

function Given({ room, file }: { room: InterviewRoom; file: GivenFile }): ReactElement {
  const say = useSay();
  return (
    <div className={styles.given}>
      <Icon name={file.purpose === 'receipt' ? 'receipt' : 'paper'} />
      <span>{file.name}</span>
      <Button icon="eye" on_press={() => room.papers.open_again(file)}>
        {say('visit.file.look_again')}
      </Button>
    </div>
  );
}
