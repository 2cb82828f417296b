// SPDX-License-Identifier: EUPL-1.2
// Prints the server's OpenAPI document into openapi.json (where the program is built) and makes the types from it.
// With --document FILE --types FILE it only makes the types of that document.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import openapi_types, { astToString } from 'openapi-typescript';

const own_document = resolve(import.meta.dirname, '../openapi.json');
const own_types = resolve(import.meta.dirname, '../src/schema.ts');
const { values: chosen } = parseArgs({ options: { document: { type: 'string' }, types: { type: 'string' }, program: { type: 'string' } } });

if (chosen.document === undefined) {
  const builds = resolve(import.meta.dirname, '../../../../build');
  const candidates = ['dev', 'release', 'tsan'].map((preset) => resolve(builds, preset, 'bin/parvis'));
  const program = chosen.program ?? candidates.find((path) => existsSync(path));
  if (program === undefined) console.warn('parvis is not built: the types are made from the document as it is');
  else writeFileSync(own_document, execFileSync(program, ['openapi']));
}

const document: unknown = JSON.parse(readFileSync(chosen.document ?? own_document, 'utf8'));
const types = await openapi_types(document as Parameters<typeof openapi_types>[0], { alphabetize: true });
const head = '// SPDX-License-Identifier: EUPL-1.2\n// Made by `npm run api:generate`. Do not edit.\n\n';
writeFileSync(chosen.types ?? own_types, head + astToString(types));
