// SPDX-License-Identifier: EUPL-1.2
// The pictures of the pages, in canvases and nowhere else, so that dropping them is dropping everything.
import type { PreviewStrip } from './preview_strip.ts';

/** Enough for the whole width of the papers zone. */
const shown_width = 1000;
/** As the adviser sees it among the others. */
const small_width = 200;

export class PagePictures {
  private readonly pages_ = new Map<string, HTMLCanvasElement>();
  private readonly whole_ = new Set<string>();
  private readonly small_ = new Map<string, string>();
  private wiped_ = false;
  private live_: { page_number: number; canvas: HTMLCanvasElement } | null = null;

  /** The page that builds up now; empty before its first strip. */
  get live(): HTMLCanvasElement | null {
    return this.live_?.canvas ?? null;
  }

  of(page_id: string): HTMLCanvasElement | null {
    return this.pages_.get(page_id) ?? null;
  }

  /** Whether the page itself is shown, and not only what came of its preview. */
  is_whole(page_id: string): boolean {
    return this.whole_.has(page_id);
  }

  /** A page as a small JPEG in a data: address, once it was shown whole; also after its picture was dropped. */
  small_of(page_id: string): string | undefined {
    return this.small_.get(page_id);
  }

  /** The pages that are drawn here, "" for the one that builds up. */
  ids(): string[] {
    return [...this.pages_.keys(), ...(this.live_ ? [''] : [])];
  }

  begin(page_number: number): void {
    this.forget_live();
    this.live_ = { page_number, canvas: document.createElement('canvas') };
  }

  /** Draws one strip; strips of an earlier page come too late and are left out. */
  draw(strip: PreviewStrip): boolean {
    if (this.live_?.page_number !== strip.page_number) return false;
    const { canvas } = this.live_;
    const wanted = Math.max(strip.of_rows ?? 0, strip.first_row + strip.rows);
    if (canvas.width !== strip.width || canvas.height < wanted) grow(canvas, strip.width, wanted, strip.of_rows === null);
    canvas.getContext('2d')?.putImageData(new ImageData(strip.pixels, strip.width, strip.rows), 0, strip.first_row);
    return true;
  }

  /** The live picture becomes that of a scanned page. */
  keep_live(page_id: string): void {
    if (!this.live_) return;
    this.pages_.set(page_id, this.live_.canvas);
    this.live_ = null;
  }

  /** Shows the page itself in place of its preview: what is looked at is what may be sent. */
  async show(page_id: string, bytes: ArrayBuffer, media_type: string): Promise<void> {
    const picture = await createImageBitmap(new Blob([bytes], { type: media_type }));
    if (this.wiped_) return picture.close();
    const canvas = drawn(picture, shown_width);
    picture.close();
    this.drop(page_id);
    this.pages_.set(page_id, canvas);
    this.whole_.add(page_id);
    const small = drawn(canvas, small_width);
    this.small_.set(page_id, small.toDataURL('image/jpeg', 0.6));
    clear(small);
  }

  forget_live(): void {
    if (this.live_) clear(this.live_.canvas);
    this.live_ = null;
  }

  /** The picture itself is shown no more. */
  drop(page_id: string): void {
    const canvas = this.pages_.get(page_id);
    if (canvas) clear(canvas);
    this.pages_.delete(page_id);
    this.whole_.delete(page_id);
  }

  /** Nothing of the page remains, its small picture neither. */
  forget(page_id: string): void {
    this.drop(page_id);
    this.small_.delete(page_id);
  }

  /** For good: a picture that is still being opened is dropped when it comes. */
  wipe(): void {
    this.wiped_ = true;
    this.forget_live();
    for (const page_id of [...this.pages_.keys()]) this.drop(page_id);
    this.small_.clear();
  }
}

function drawn(picture: ImageBitmap | HTMLCanvasElement, width: number): HTMLCanvasElement {
  const factor = Math.min(1, width / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * factor);
  canvas.height = Math.round(picture.height * factor);
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Setting a canvas's size clears it, so what was drawn is carried over. */
function grow(canvas: HTMLCanvasElement, width: number, height: number, may_grow_more: boolean): void {
  const before = canvas.width > 0 && canvas.height > 0 ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) : null;
  const was_used = canvas.dataset['used'] === 'yes';
  canvas.width = width;
  canvas.height = may_grow_more ? Math.max(height, Math.ceil(canvas.height * 1.25)) : height;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (before && was_used) context.putImageData(before, 0, 0);
  canvas.dataset['used'] = 'yes';
}

/** A canvas without a size holds no pixels. */
function clear(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
