// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Rule } from '../rule.ts';
import { run_program } from '../run_program.ts';

const document_path = 'web/packages/api/openapi.json';
const types_path = 'web/packages/api/src/schema.ts';
const remedy = 'run npm run api:generate and commit what it writes';

/** The first line in which the two texts differ, from 1, or undefined when they are equal. */
export function first_difference(committed: string, wanted: string): number | undefined {
  if (committed === wanted) return undefined;
  const left = committed.split('\n');
  const right = wanted.split('\n');
  const at = left.findIndex((line, index) => line !== right[index]);
  return (at === -1 ? left.length : at) + 1;
}

export function compare(file: string, committed: string, wanted: string, source: string): Finding[] {
  const line = first_difference(committed, wanted);
  return line === undefined ? [] : [{ file, line, message: `differs from ${source}: ${remedy}` }];
}

function find_server_program(root: string): string {
  const candidates = ['dev', 'release', 'tsan'].map((preset) => join(root, 'build', preset, 'bin/parvis'));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('the wire types are compared with the program: run scripts/build dev first');
  return found;
}

/** The types are made by the same script as for the committed file, into a folder of their own. */
async function generate_types(root: string, document: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-types-'));
  try {
    writeFileSync(join(folder, 'openapi.json'), document);
    const program = join(root, 'node_modules/.bin/node');
    const script = join(root, 'web/packages/api/scripts/generate.ts');
    const output = join(folder, 'schema.ts');
    const result = await run_program(program, [script, '--document', join(folder, 'openapi.json'), '--types', output], {
      cwd: root,
      limit_ms: 120_000,
    });
    if (result.status !== 0) throw new Error(`the types cannot be generated: ${result.error_output}`);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const wire_types: Rule = {
  name: 'wire_types',
  title: 'OpenAPI document and TypeScript types are those of the C++ structs',
  async run(repository) {
    const { root } = repository;
    const printed = await run_program(find_server_program(root), ['openapi'], { cwd: root, limit_ms: 60_000 });
    if (printed.status !== 0) throw new Error(`parvis openapi failed: ${printed.error_output}`);
    const findings: Finding[] = [];
    for (const [file, wanted, source] of [
      [document_path, printed.output, 'what parvis openapi prints'],
      [types_path, await generate_types(root, printed.output), 'the types of that document'],
    ] as const) {
      if (!existsSync(join(root, file))) findings.push({ file, message: `is missing: ${remedy}` });
      else findings.push(...compare(file, readFileSync(join(root, file), 'utf8'), wanted, source));
    }
    return { findings, note: `${printed.output.length} bytes of OpenAPI` };
  },
};
