// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** Memory of a process that no other shares, plus its part of what others share, in MiB. */
export function proportional_memory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const found = /^Pss:\s+(\d+) kB$/m.exec(rollup);
  if (found === null) throw new Error(`no Pss of process ${pid}`);
  return Number(found[1]) / 1024;
}

/** The most that a process has had resident since it began, what it shares with others included, in MB. */
export function peak_memory(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error(`no VmHWM of process ${pid}`);
  return (Number(found[1]) * 1024) / 1e6;
}

/** The processes that it has started and that still run. */
export function children_of(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

const pause_ms = 400;
const still_mib = 0.05;

/** The same, once it stands still: after its start a server still gives back what it needed for starting. */
export async function settled_memory(pid: number): Promise<number> {
  let before = proportional_memory(pid);
  for (let tries = 0; tries < 25; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
    const now = proportional_memory(pid);
    if (Math.abs(now - before) < still_mib) return now;
    before = now;
  }
  throw new Error(`the memory of process ${pid} does not stand still`);
}
