// SPDX-License-Identifier: EUPL-1.2
import type { ReceivedPaper } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Card, Checkbox, ProgressBar } from '@parvis/ui';
import { memo, useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from '../call/from_home.ts';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import { download, usePictureAddress } from './contents.ts';
import { joined_pdf } from './chosen_file.ts';
import { PageDialog } from './PageDialog.tsx';
import type { TrayPage } from './tray_model.ts';

interface TrayListProps {
  room: InterviewRoom;
  view: RoomView;
  /** Receipt code of the interview: the start of every file's name. */
  code: string;
}

/** The papers of this interview, as small pictures; put in order, opened, joined into one PDF. */
export function TrayList({ room, view, code }: TrayListProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const { pages } = view.tray;
  const [open_id, set_open] = useState<string | null>(null);
  const [black_and_white, set_black_and_white] = useState(false);
  const file_name = say('adviser.tray_file');
  const joining = useRef<string | null>(null);
  const here = pages.flatMap((page) => (page.step === 'here' && page.page_id ? [page.page_id] : []));
  const order = here.join(' ');

  // The document that was asked for is handed over as soon as it is here, once.
  const document = view.tray.documents.find((one) => one.command_id === joining.current && one.here);
  const content = document && view.contents.get(document.transfer_id);
  useEffect(() => {
    if (!content) return;
    joining.current = null;
    download(content, `${code} ${file_name}`);
  }, [content, code, file_name]);

  /** Nobody but this page can join what came from home. */
  const join_here = async () => {
    const papers = pages.flatMap((page) => {
      const paper = page.step === 'here' && page.transfer_id !== null ? view.contents.get(page.transfer_id) : undefined;
      return paper ? [paper] : [];
    });
    const pdf = await joined_pdf(papers.map(({ content }) => content));
    download({ transfer_id: '', name: '', media_type: 'application/pdf', content: pdf }, `${code} ${file_name}`);
  };

  const move = useCallback(
    (page_id: string, by: -1 | 1) => {
      const ids = room.view().tray.pages.flatMap((page) => (page.page_id ? [page.page_id] : []));
      const from = ids.indexOf(page_id);
      const other = ids[from + by];
      if (other === undefined) return;
      ids[from + by] = page_id;
      ids[from] = other;
      room.order_pages(ids);
    },
    [room],
  );
  const open = pages.find((page) => page.page_id === open_id && page.step === 'here');
  return (
    <Card title={say('adviser.tray', { count: here.length })} height="fill">
      {pages.length === 0 ? <p className={styles.quiet}>{say('adviser.tray_empty')}</p> : null}
      <ol className={styles.tray} aria-live="polite">
        {pages.map((page, index) => (
          <TrayItem
            key={page.page_id ?? `${page.command_id} ${page.page_number}`}
            number={index + 1}
            page={page}
            content={page.transfer_id === null ? undefined : view.contents.get(page.transfer_id)}
            small_picture={page.transfer_id === null ? undefined : view.small_pictures.get(page.transfer_id)}
            open={set_open}
            move={move}
          />
        ))}
      </ol>
      {here.length > 0 ? (
        <div className={styles.tray_foot}>
          {from_home ? null : (
            <Checkbox is_selected={black_and_white} on_change={set_black_and_white}>
              {say('adviser.tray_black_and_white')}
            </Checkbox>
          )}
          <Button
            tone="primary"
            icon="pdf"
            on_press={() => {
              if (from_home) void join_here();
              else joining.current = room.assemble(order.split(' '), black_and_white);
            }}
          >
            {say('adviser.tray_download', { count: here.length })}
          </Button>
        </div>
      ) : null}
      {open ? <PageDialog page={open} room={room} view={view} code={code} on_close={() => set_open(null)} /> : null}
    </Card>
  );
}

interface TrayItemProps {
  number: number;
  page: TrayPage;
  content: ReceivedPaper | undefined;
  /** Here long before the page on a thin line; a retouched page has none. */
  small_picture: string | undefined;
  open(page_id: string | null): void;
  move(page_id: string, by: -1 | 1): void;
}

/** Drawn again only when its own page changes: progress comes ten times a second. */
const TrayItem = memo(function TrayItem({ number, page, content, small_picture, open, move }: TrayItemProps): ReactElement {
  const say = useSay();
  const { page_id } = page;
  const address = usePictureAddress(small_picture === undefined ? content : undefined);
  const picture = small_picture ?? address;
  return (
    <li className={styles.tray_item}>
      {content && picture ? (
        <button type="button" className={styles.thumbnail} onClick={() => open(page_id)}>
          <img src={picture} alt={say('adviser.tray_page', { number })} decoding="sync" />
        </button>
      ) : (
        <div className={styles.thumbnail_empty}>
          {picture ? <img src={picture} alt="" /> : null}
          {page.step === 'scanning' || page.step === 'coming' ? (
            <ProgressBar label={say(`adviser.page.${page.step}`)} value={page.progress} />
          ) : (
            say(`adviser.page.${page.step}`)
          )}
        </div>
      )}
      <div className={styles.tray_actions}>
        <span>{number}</span>
        {page.step === 'here' && page_id ? (
          <>
            <Button size="small" tone="quiet" icon="arrow_left" label={say('adviser.tray_earlier', { number })} on_press={() => move(page_id, -1)} />
            <Button size="small" tone="quiet" icon="arrow_right" label={say('adviser.tray_later', { number })} on_press={() => move(page_id, 1)} />
          </>
        ) : null}
      </div>
    </li>
  );
});
