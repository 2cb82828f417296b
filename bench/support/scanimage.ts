// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import type { TomlTable } from '../../tests/support/toml.ts';

/** Options of SANE's virtual scanner, by the names that both the daemon's settings and scanimage take. */
export type DeviceOptions = Record<string, string>;

/** A scanner that delivers at once. */
export const instant: DeviceOptions = { 'test-picture': 'Color pattern' };
/** About 8 s for an A4 page of 300 dpi in colour: the pace of real ones. */
export const real_pace: DeviceOptions = { ...instant, 'read-delay': 'yes', 'read-delay-duration': '65000' };

/** The kiosk's settings for this device. */
export function kiosk_scanner(options: DeviceOptions): TomlTable {
  return { scanner: { device: 'test:0', options: Object.entries(options).map(([name, value]) => `${name}=${value}`) } };
}

/** Scans one A4 page of 300 dpi in colour with SANE's own program. Gives how long it took from its start to its end, in ms. */
export async function time_scanimage(config_folder: string, options: DeviceOptions): Promise<number> {
  const page = ['-d', 'test:0', '--mode', 'Color', '--depth', '8', '--resolution', '300', '-x', '210', '-y', '297', '--format=pnm'];
  const device = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const begun = performance.now();
  const child = spawn('scanimage', [...page, ...device], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, SANE_CONFIG_DIR: config_folder },
    timeout: 60_000,
  });
  let words = '';
  child.stderr.on('data', (bytes: Buffer) => (words += bytes.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  if (code !== 0) throw new Error(`scanimage ended with ${code ?? 'a signal'}: ${words}`);
  return performance.now() - begun;
}
