// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/**
 * Runs a test program in a process group of its own with its output in `log_file`, at most `limit_s` seconds: then the
 * whole group is killed. Returns the exit code, 124 for the limit.
 */
export function run_suite_program(
  command: string,
  parameters: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; log_file: string; limit_s: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const log = openSync(options.log_file, 'w');
    const child = spawn(command, parameters, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    let expired = false;
    const end_group = (): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      expired = true;
      end_group();
    }, options.limit_s * 1000);
    const interrupted = (): void => {
      end_group();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    const finish = (): void => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    };
    child.once('error', (error) => {
      finish();
      reject(new Error(`${command} cannot be started: ${error.message}`));
    });
    child.once('exit', (code) => {
      finish();
      resolve(expired ? 124 : (code ?? 1));
    });
  });
}
