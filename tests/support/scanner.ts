// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

export interface VirtualScanner {
  /** For SANE_CONFIG_DIR. */
  config_folder: string;
  /** Where SANE's pnm driver reads the page that lies on the glass. */
  glass: string;
  /** Puts another page (a PPM or PGM file) on the glass. */
  place(picture_file: string): void;
}

/** A private SANE configuration: `pnm:0` scans the page on the glass, `test:0` has a feeder, slow reading and faults. */
export function sane_config(folder: string, options: { picture: string }): VirtualScanner {
  const config_folder = join(folder, 'sane');
  execFileSync(join(import.meta.dirname, 'devices/sane_config.sh'), [config_folder]);
  const glass = join(folder, 'glass.ppm');
  const place = (picture_file: string): void => {
    copyFileSync(picture_file, `${glass}.new`);
    renameSync(`${glass}.new`, glass); // a scan that has begun goes on with the old page
  };
  place(options.picture);
  return { config_folder, glass, place };
}
