// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Repository } from './repository.ts';
import { show_finding, type CheckOptions, type Rule } from './rule.ts';
import { clang_tidy } from './rules/clang_tidy.ts';
import { forbidden_words_rule } from './rules/forbidden_words.ts';
import { formatting } from './rules/formatting.ts';
import { layers } from './rules/layers.ts';
import { npm_dependencies } from './rules/npm_dependencies.ts';
import { plain_words } from './rules/plain_words.ts';
import { catalogues, types } from './rules/programs.ts';
import { purity } from './rules/purity.ts';
import { size_caps } from './rules/size_caps.ts';
import { spdx } from './rules/spdx.ts';
import { transactions } from './rules/transactions.ts';
import { web_layers } from './rules/web_layers.ts';
import { wire_types } from './rules/wire_types.ts';

const rules: Rule[] = [
  spdx,
  forbidden_words_rule,
  size_caps,
  layers,
  purity,
  web_layers,
  transactions,
  formatting,
  npm_dependencies,
  catalogues,
  plain_words,
  types,
  wire_types,
  clang_tidy,
];

/** Runs one rule and prints its outcome; a rule that cannot run has failed. */
async function passes(rule: Rule, repository: Repository, options: CheckOptions): Promise<boolean> {
  const started = Date.now();
  const seconds = (): string => ((Date.now() - started) / 1000).toFixed(1);
  try {
    const { findings, note } = await rule.run(repository, options);
    const verdict = findings.length === 0 ? 'ok  ' : 'FAIL';
    console.log(`${verdict} ${rule.name.padEnd(18)} ${rule.title} (${note}, ${seconds()} s)`);
    for (const finding of findings) console.log(`     ${show_finding(finding)}`);
    return findings.length === 0;
  } catch (error) {
    console.log(`FAIL ${rule.name.padEnd(18)} ${rule.title} (${seconds()} s)`);
    console.log(`     could not run: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function choose(names: string[]): Rule[] {
  const known = rules.map((rule) => rule.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`unknown rule '${unknown}': one of ${known.join(', ')}`);
  return names.length === 0 ? rules : rules.filter((rule) => names.includes(rule.name));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  if (values.list) {
    for (const rule of rules) console.log(`${rule.name.padEnd(18)} ${rule.title}`);
    return 0;
  }
  const chosen = choose(positionals).filter((rule) => !(values.quick && rule === clang_tidy));
  const repository = new Repository(join(import.meta.dirname, '../..'));
  let passed = 0;
  for (const rule of chosen) {
    if (await passes(rule, repository, { all: values.all })) passed += 1;
  }
  const failed = chosen.length - passed;
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ passed, failed }));
  console.log(`${passed} rules kept, ${failed} broken`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
