// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** Memory of a process that no other shares, plus its part of what others share, in MiB. */
export function proportional_memory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const found = /^Pss:\s+(\d+) kB$/m.exec(rollup);
  if (found === null) throw new Error(`no Pss of process ${pid}`);
  return Number(found[1]) / 1024;
}
