// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const is_root = (): boolean => process.getuid?.() === 0;

/** How root starts a program as another account; anybody else starts it as themselves. `end` reaches it when we end. */
export function as_account(account: string, command: string, parameters: string[], end: 'INT' | 'KILL'): [string, string[]] {
  if (!is_root()) return [command, parameters];
  const group = execFileSync('id', ['-gn', account], { encoding: 'utf8' }).trim();
  return ['setpriv', [`--reuid=${account}`, `--regid=${group}`, '--init-groups', `--pdeathsig=${end}`, command, ...parameters]];
}

/** Gives a folder, and what lies in it, to an account. Only root can, and only root needs to. */
export function give_to(account: string, path: string): void {
  if (!is_root()) return;
  const id = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, account], { encoding: 'utf8' }));
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  for (const each of [path, ...names.map((name) => join(path, name))]) chownSync(each, id('-u'), id('-g'));
}
