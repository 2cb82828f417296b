// SPDX-License-Identifier: EUPL-1.2
import type { Retouch } from '@parvis/call';
import { useSay } from '@parvis/i18n';
import { Button, Dialog } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../adviser.module.css';
import { useFromHome } from '../call/from_home.ts';
import type { InterviewRoom, RoomView } from '../call/interview_room.ts';
import { download, usePictureAddress } from './contents.ts';
import { CropFrame, whole_page, type CropArea } from './CropFrame.tsx';
import { retake_of, type TrayPage } from './tray_model.ts';

interface PageDialogProps {
  page: TrayPage;
  room: InterviewRoom;
  view: RoomView;
  code: string;
  on_close(): void;
}

/** One page, large: turned, straightened, cut, made black and white, scanned again, downloaded, or dropped. The kiosk does
 * the work; from home the citizen's page does, which can turn and cut. */
export function PageDialog({ page, room, view, code, on_close }: PageDialogProps): ReactElement {
  const say = useSay();
  const from_home = useFromHome();
  const content = page.transfer_id === null ? undefined : view.contents.get(page.transfer_id);
  const picture = usePictureAddress(content);
  const [crop, set_crop] = useState<CropArea | null>(null);
  const page_id = page.page_id ?? '';
  const title = say('adviser.tray_page', { number: view.tray.pages.indexOf(page) + 1 });
  const again = from_home ? null : retake_of(page);
  const scanning = view.tray.scan?.step === 'ordered' || view.tray.scan?.step === 'running';
  const retouch = (operation: Retouch) => {
    room.retouch(page_id, operation);
    set_crop(null);
    on_close();
  };
  return (
    <Dialog title={title} is_open size="full" dismissable on_close={on_close}>
      <div className={styles.page_view}>
        <div className={styles.page_tools}>
          <Button icon="rotate_left" on_press={() => retouch({ type: 'rotate', degrees: 270 })}>
            {say('adviser.rotate_left')}
          </Button>
          <Button icon="rotate_right" on_press={() => retouch({ type: 'rotate', degrees: 90 })}>
            {say('adviser.rotate_right')}
          </Button>
          {from_home ? null : (
            <Button icon="fit_page" on_press={() => retouch({ type: 'deskew' })}>
              {say('adviser.deskew')}
            </Button>
          )}
          {crop ? (
            <>
              <Button tone="primary" icon="check" on_press={() => retouch({ type: 'crop', ...crop })}>
                {say('adviser.crop_apply')}
              </Button>
              <Button icon="close" on_press={() => set_crop(null)}>
                {say('adviser.cancel')}
              </Button>
            </>
          ) : (
            <Button icon="crop" on_press={() => set_crop(whole_page)}>
              {say('adviser.crop')}
            </Button>
          )}
          {from_home ? null : (
            <Button icon="contrast" on_press={() => retouch({ type: 'black_and_white' })}>
              {say('adviser.black_and_white')}
            </Button>
          )}
          {again ? (
            <Button
              icon="scanner"
              disabled={scanning || !view.granted}
              on_press={() => {
                room.scan(again.options, again.retake);
                on_close();
              }}
            >
              {say('adviser.retake')}
            </Button>
          ) : null}
          <Button icon="download" disabled={!content} on_press={() => content && download(content, `${code} ${title}`)}>
            {say('adviser.download')}
          </Button>
          <Button
            tone="danger"
            icon="trash"
            on_press={() => {
              room.drop_page(page_id);
              on_close();
            }}
          >
            {say('adviser.drop_page')}
          </Button>
        </div>
        <div className={styles.page_picture}>
          {picture ? (
            <CropFrame crop={crop} on_change={set_crop}>
              <img src={picture} alt={title} />
            </CropFrame>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
