// SPDX-License-Identifier: EUPL-1.2
// Rules whose whole work is done by a program of the web side: its exit code and its lines are the findings.
import { join } from 'node:path';
import type { Finding, Rule } from '../rule.ts';
import { run_program } from '../run_program.ts';

/** Lines like "file.ts(3,4): error TS2322: ..." or "file: message" become findings; other lines are of the program. */
export function parse_program_findings(output: string, fallback_file: string): Finding[] {
  const findings: Finding[] = [];
  for (const line of output.split('\n')) {
    const found = /^([\w@./-]+\.[a-z]+)(?:\((\d+),\d+\)|:(\d+)(?::\d+)?)?:\s+(.+)$/.exec(line.trim());
    if (found === null) continue;
    const [, file = fallback_file, in_parentheses, after_colon, message = ''] = found;
    const line_number = in_parentheses ?? after_colon;
    findings.push({ file, ...(line_number === undefined ? {} : { line: Number(line_number) }), message });
  }
  if (findings.length > 0) return findings;
  const last_lines = output.trim().split('\n').slice(-5).join(' | ');
  return [{ file: fallback_file, message: last_lines === '' ? 'failed without saying why' : last_lines }];
}

function npm_rule(name: string, title: string, script: string, fallback_file: string): Rule {
  return {
    name,
    title,
    async run(repository) {
      const bin = join(repository.root, 'node_modules/.bin');
      const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
      const result = await run_program('npm', ['run', '--silent', script], { cwd: repository.root, limit_ms: 300_000, env });
      const text = `${result.output}\n${result.error_output}`;
      const findings = result.status === 0 ? [] : parse_program_findings(text, fallback_file);
      return { findings, note: `npm run ${script}` };
    },
  };
}

export const types = npm_rule('types', 'TypeScript types agree', 'typecheck', 'tsconfig.json');

export const catalogues = npm_rule(
  'catalogues',
  'every sentence is in the French and the English catalogue',
  'i18n:check',
  'web/packages/i18n/catalogues',
);
