// SPDX-License-Identifier: EUPL-1.2
// A photo of a paper with the page's own camera, while they go on talking: frame it, look at it, take it again, or send it.
// Meanwhile the camera shows nothing to the adviser; what it saw leaves this page only when the citizen says so.
import { forget, picture_of_frame, turned, type Picture } from './page_pictures.ts';
import { camera_ids, open_paper_camera } from './paper_camera.ts';

export interface PhotoView {
  readonly track: MediaStreamTrack;
  /** How many cameras there are to choose from. */
  readonly cameras: number;
  /** Taken, and looked at; null while the paper is being framed. */
  readonly picture: Picture | null;
}

export interface StandTools {
  /** Lets the camera go that shows the citizen. */
  face_away(): void;
  face_again(): Promise<void>;
  give(picture: Picture): void;
  changed(view: PhotoView | null): void;
}

export class PhotoStand {
  private readonly tools_: StandTools;
  private view_: PhotoView | null = null;
  private busy_ = false;
  private over_ = false;

  constructor(tools: StandTools) {
    this.tools_ = tools;
  }

  /** False when no camera opens: the citizen is seen again, and a file is the other way. */
  async open(): Promise<boolean> {
    if (this.busy_ || this.view_ || this.over_) return true;
    this.busy_ = true;
    this.tools_.face_away();
    try {
      const track = await open_paper_camera();
      const shown = this.show(track, track ? (await camera_ids()).length : 0);
      if (!shown) await this.tools_.face_again();
      return shown || this.over_;
    } finally {
      this.busy_ = false;
    }
  }

  /** False when no other one opens: it is put away, the citizen is seen again. */
  async next_camera(): Promise<boolean> {
    if (this.busy_ || !this.view_) return true;
    this.busy_ = true;
    try {
      const { track, cameras } = this.view_;
      const ids = await camera_ids();
      const next = ids[(ids.indexOf(track.getSettings().deviceId ?? '') + 1) % ids.length];
      track.stop();
      const other = (await open_paper_camera(next)) ?? (await open_paper_camera());
      // Cancelled meanwhile.
      if (this.view_?.track !== track) {
        other?.stop();
        return true;
      }
      if (this.show(other, cameras)) return true;
      this.close();
      return false;
    } finally {
      this.busy_ = false;
    }
  }

  /** What the preview shows, in all its pixels. */
  async take(preview: HTMLVideoElement): Promise<void> {
    const framed = this.view_;
    if (this.busy_ || !framed || framed.picture || preview.videoWidth === 0) return;
    const picture = await picture_of_frame(preview);
    if (this.busy_ || this.view_ !== framed) return forget(picture);
    this.change({ ...framed, picture });
  }

  async turn(): Promise<void> {
    const before = this.view_?.picture;
    if (!before) return;
    const picture = await turned(before, 90);
    if (this.view_?.picture !== before) return forget(picture);
    forget(before);
    this.change({ ...this.view_, picture });
  }

  again(): void {
    if (!this.view_?.picture) return;
    forget(this.view_.picture);
    this.change({ ...this.view_, picture: null });
  }

  send(): void {
    const picture = this.view_?.picture;
    if (!picture) return;
    this.put_away();
    this.tools_.give(picture);
  }

  close(): void {
    if (!this.view_) return;
    if (this.view_.picture) forget(this.view_.picture);
    this.put_away();
  }

  /** The conversation is over; gives how many photos were held. */
  wipe(): number {
    this.over_ = true;
    const { track, picture } = this.view_ ?? {};
    track?.stop();
    if (picture) forget(picture);
    this.view_ = null;
    return picture ? 1 : 0;
  }

  // ----

  private show(track: MediaStreamTrack | null, cameras: number): boolean {
    if (!track || this.over_) {
      track?.stop();
      return false;
    }
    // Unplugged, or taken by another app.
    track.addEventListener('ended', () => track === this.view_?.track && this.close());
    this.change({ track, cameras, picture: null });
    return true;
  }

  private put_away(): void {
    this.view_?.track.stop();
    this.change(null);
    void this.tools_.face_again();
  }

  private change(view: PhotoView | null): void {
    this.view_ = view;
    this.tools_.changed(view);
  }
}
