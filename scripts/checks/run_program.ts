// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';

export interface ProgramResult {
  status: number;
  output: string;
  error_output: string;
}

/** Runs a program to its end, at most `limit_ms`; a program killed by the limit has status 124. */
export function run_program(
  command: string,
  parameters: string[],
  options: { cwd: string; limit_ms: number; env?: NodeJS.ProcessEnv },
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let error_output = '';
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      child.kill('SIGKILL');
    }, options.limit_ms);
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error_output += chunk.toString()));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${command} cannot be started (${error.message}): run scripts/setup --for-tests`));
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status: expired ? 124 : (status ?? 1), output, error_output });
    });
  });
}

/** Runs `work` on every item, `width` at a time, in order of start. */
export async function in_parallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next] as T;
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
