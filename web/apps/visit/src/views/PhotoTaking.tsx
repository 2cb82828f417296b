// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, useShownTrack } from '@parvis/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Picture } from '../papers/page_pictures.ts';
import type { PhotoStand, PhotoView } from '../papers/photo_stand.ts';
import styles from './papers.module.css';

interface PhotoProps {
  stand: PhotoStand;
  photo: PhotoView;
}

/** A paper before the page's own camera: framed, then looked at. Nothing has left yet. */
export function PhotoTaking({ stand, photo }: PhotoProps): ReactElement {
  const { picture, track } = photo;
  return picture ? <Look stand={stand} picture={picture} /> : <Framing key={track.id} stand={stand} photo={photo} />;
}

function Framing({ stand, photo }: PhotoProps): ReactElement {
  const say = useSay();
  const [ready, set_ready] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const preview = useRef<HTMLVideoElement>(null);
  useShownTrack(preview, photo.track);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.question} aria-labelledby="photo">
      <div>
        <h2 id="photo" ref={title} tabIndex={-1}>
          {say('visit.photo.frame')}
        </h2>
        <p>{say('visit.photo.frame_detail')}</p>
      </div>
      <div className={styles.sheet}>
        <video ref={preview} aria-label={say('visit.photo.preview')} autoPlay muted playsInline onLoadedData={() => set_ready(true)} />
      </div>
      <div className={styles.answers} data-lead>
        <Button tone="primary" size="large" icon="retake" disabled={!ready} on_press={() => preview.current && void stand.take(preview.current)}>
          {say('visit.photo.take')}
        </Button>
        {photo.cameras > 1 ? (
          <Button icon="camera" on_press={() => void stand.next_camera()}>
            {say('visit.photo.next_camera')}
          </Button>
        ) : null}
        <Button icon="close" on_press={() => stand.close()}>
          {say('visit.photo.cancel')}
        </Button>
      </div>
    </section>
  );
}

function Look({ stand, picture }: { stand: PhotoStand; picture: Picture }): ReactElement {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.question} aria-labelledby="photo">
      <h2 id="photo" ref={title} tabIndex={-1}>
        {say('visit.photo.look')}
      </h2>
      <div className={styles.sheet}>
        <img src={picture.address} alt={say('visit.photo.taken')} />
      </div>
      <div className={styles.answers} data-lead data-four>
        <Button tone="primary" size="large" icon="send" on_press={() => stand.send()}>
          {say('visit.photo.send')}
        </Button>
        <Button icon="retake" on_press={() => stand.again()}>
          {say('visit.photo.again')}
        </Button>
        <Button icon="rotate_right" on_press={() => void stand.turn()}>
          {say('visit.paper.turn')}
        </Button>
        <Button icon="do_not_send" on_press={() => stand.close()}>
          {say('visit.paper.keep')}
        </Button>
      </div>
    </section>
  );
}
