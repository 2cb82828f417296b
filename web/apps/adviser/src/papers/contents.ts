// SPDX-License-Identifier: EUPL-1.2
import type { ReceivedPaper } from '@parvis/call';
import { useEffect, useState } from 'react';

/** An address for showing a received picture; it ends with the component. */
export function usePictureAddress(paper: ReceivedPaper | undefined): string | null {
  const [address, set_address] = useState<string | null>(null);
  useEffect(() => {
    if (!paper) return;
    const made = URL.createObjectURL(new Blob([paper.content], { type: paper.media_type }));
    set_address(made);
    return () => {
      URL.revokeObjectURL(made);
      set_address(null);
    };
  }, [paper]);
  return address;
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/** Hands a paper over to the adviser's computer: from here on it is the body's. */
export function download(paper: ReceivedPaper, name: string): void {
  const address = URL.createObjectURL(new Blob([paper.content], { type: paper.media_type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${endings[paper.media_type] ?? 'bin'}`;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
