// SPDX-License-Identifier: EUPL-1.2
// The one file that the adviser shows at the kiosk without printing it. Pure, a part of the tray.
import type { FileCloser, KioskMessage, MessageOf } from '@parvis/call';

/** sending -> arrived (the kiosk opens it) -> shown (the citizen has it before them) -> closed, and shown again; or failed. */
export type FileStep = 'sending' | 'arrived' | 'shown' | 'closed' | 'failed';

export interface ShownFile {
  readonly command_id: string;
  /** null when the kiosk had it already. */
  readonly transfer_id: string | null;
  readonly name: string;
  readonly step: FileStep;
  /** 0..1 of what has left. */
  readonly progress: number;
  /** The kiosk's own id: with it, the file is shown again or printed without being sent again. null until it was shown. */
  readonly paper_id: string | null;
  readonly page: number;
  readonly pages: number | null;
  readonly closed_by: FileCloser | null;
  /** Reason of the failure, a stable word. */
  readonly failure: string | null;
}

export type FileEvent =
  | { type: 'file_sent'; command_id: string; transfer_id: string; name: string }
  | { type: 'file_progress'; transfer_id: string; progress: number }
  /** It is at the kiosk, or was there already: `paper_id` is known then. */
  | { type: 'file_arrived'; command_id: string; name: string; paper_id: string | null; page: number };

const blank = { transfer_id: null, progress: 0, paper_id: null, page: 1, pages: null, closed_by: null, failure: null } as const;

export function file_after(file: ShownFile | null, event: FileEvent): ShownFile | null {
  switch (event.type) {
    case 'file_sent':
      return { ...blank, command_id: event.command_id, transfer_id: event.transfer_id, name: event.name, step: 'sending' };
    case 'file_progress':
      return file?.transfer_id === event.transfer_id ? { ...file, progress: event.progress } : file;
    case 'file_arrived': {
      const { command_id, name, paper_id, page } = event;
      // Another file was sent meanwhile.
      if (paper_id === null && file?.command_id !== command_id) return file;
      return { ...blank, command_id, name, paper_id, page, pages: file?.pages ?? null, step: 'arrived' };
    }
  }
}

/** What the kiosk says. A page of the adviser that was just loaded learns here of a file that it never heard of. */
export function file_shown(file: ShownFile | null, said: MessageOf<KioskMessage, 'file_shown'>): ShownFile | null {
  const { command_id, name, paper_id, page, pages } = said;
  if (file && file.command_id !== command_id) return file;
  return { ...blank, command_id, name, paper_id, page, pages, step: 'shown' };
}

export function file_closed(file: ShownFile | null, { command_id, by }: MessageOf<KioskMessage, 'file_closed'>): ShownFile | null {
  if (file?.command_id !== command_id) return file;
  return { ...file, step: 'closed', closed_by: by, paper_id: by === 'kiosk' ? null : file.paper_id };
}

export function file_failed(file: ShownFile, reason: string): ShownFile {
  return { ...file, step: 'failed', failure: reason, paper_id: null };
}
