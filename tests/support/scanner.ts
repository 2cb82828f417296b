// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';

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

/** SANE's test scanner, shared by another machine (an address of loopback) as town halls share theirs. */
export interface NetworkScanner {
  /** For SANE_CONFIG_DIR of the kiosk. */
  config_folder: string;
  /** Its name for the kiosk. */
  device: string;
  plug_in(): void;
  unplug(): void;
  stop(): void;
}

const plugged_in = new Set<string>();

process.once('exit', () => {
  for (const folder of plugged_in) execFileSync(join(import.meta.dirname, 'devices/stop.sh'), [folder]);
});

export function start_network_scanner(): NetworkScanner {
  const folder = temporary_folder('saned');
  const some = (): number => 1 + Math.floor(Math.random() * 250);
  const address = `127.${some()}.${some()}.${some()}`;
  const plug_in = (): void => {
    execFileSync(join(import.meta.dirname, 'devices/saned_start.sh'), [folder, address], { stdio: 'ignore', timeout: 20_000 });
    plugged_in.add(folder);
  };
  const unplug = (): void => {
    execFileSync(join(import.meta.dirname, 'devices/stop.sh'), [folder], { timeout: 20_000 });
    plugged_in.delete(folder);
  };
  plug_in();
  return {
    config_folder: join(folder, 'client'),
    device: `net:${address}:test:0`,
    plug_in,
    unplug,
    stop() {
      unplug();
      remove_folder(folder);
    },
  };
}
