// SPDX-License-Identifier: EUPL-1.2
import { useMemo, type ReactElement } from 'react';
import { encode } from 'uqr';

/** Quiet zone of the standard (ISO/IEC 18004): four modules. */
const border = 4;

/** The dark modules as one path of unit squares. */
export function modules_path(data: readonly (readonly boolean[])[]): string {
  return data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}

/** A QR code that still reads with a quarter of it scratched off: posters hang outside. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }): ReactElement {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'Q', border });
    return { size: code.size, path: modules_path(code.data) };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={className} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
