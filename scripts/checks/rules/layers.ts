// SPDX-License-Identifier: EUPL-1.2
import { library_homes, outside_world, place_of, role_rules, type Place } from '../layer_map.ts';
import type { Finding, Rule } from '../rule.ts';

const may_include_top: Record<Place['top'], Place['top'][]> = {
  platform: ['platform', 'embedded'],
  kiosk_protocol: ['platform', 'kiosk_protocol'],
  server: ['platform', 'kiosk_protocol', 'server', 'embedded'],
  kiosk: ['platform', 'kiosk_protocol', 'kiosk', 'embedded'],
  embedded: [],
  tests: ['platform', 'kiosk_protocol', 'server', 'kiosk', 'tests'],
  elsewhere: ['platform', 'kiosk_protocol', 'server', 'kiosk', 'elsewhere'],
};

const instead_of_top: Partial<Record<Place['top'], string>> = {
  platform: 'platform serves both programs and knows no word of the domain: move the domain’s part to server/ or kiosk/',
  kiosk_protocol: 'kiosk_protocol is shared by both programs: put what both need there, the rest stays on its side',
  server: 'the server meets the kiosk on the wire only: what both sides share belongs in kiosk_protocol/',
  kiosk: 'the kiosk meets the server on the wire only: what both sides share belongs in kiosk_protocol/',
};

/** Says what is wrong with `path` including `target` (a path from the repository root), or undefined when it may. */
function refuse_own_include(path: string, target: string): string | undefined {
  const from = place_of(path);
  const to = place_of(target);
  if (from.is_test && to.top === 'tests') return undefined;
  if (!may_include_top[from.top].includes(to.top)) return instead_of_top[from.top];
  if (from.is_test || from.top !== 'server' || from.role === 'program' || from.role === 'other') return undefined;
  const rules = role_rules[from.role];
  if (to.top === 'platform' && !rules.platform.test(target)) return rules.instead;
  if (to.top !== 'server' || to.role === 'other') return undefined;
  if (to.role === 'program') return 'main.cpp knows the features, never the reverse: pass it in from main.cpp';
  if (!rules.may_include.includes(to.role)) return rules.instead;
  // What every feature reads or appends inside its own transaction is lent in the open: *_shared_store.
  if (to.role === 'store' && to.feature !== from.feature && !/_shared_store\./.test(target)) {
    return `a feature talks to another through its service: ask server/${to.feature}/*_service.hpp`;
  }
  if (to.role === 'wire' && to.feature !== from.feature) {
    return `the wire of another feature is its own: share a rule, or ask server/${to.feature}/*_service.hpp`;
  }
  return undefined;
}

function refuse_library(path: string, header: string): string | undefined {
  const from = place_of(path);
  if (from.is_test || from.top === 'elsewhere' || from.top === 'tests') return undefined;
  const home = library_homes.find((entry) => entry.header.test(header));
  if (home !== undefined && !home.homes.test(path)) return home.instead;
  if (from.top === 'server' && from.role === 'rules' && outside_world.test(header)) return role_rules.rules.instead;
  return undefined;
}

export function find_wrong_includes(path: string, text: string): Finding[] {
  const findings: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    const found = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(line);
    if (found === null) return;
    const [, own, library] = found;
    const advice = own !== undefined ? refuse_own_include(path, own) : refuse_library(path, library ?? '');
    if (advice !== undefined) {
      findings.push({ file: path, line: index + 1, message: `may not include ${own ?? library}: ${advice}` });
    }
  });
  return findings;
}

export const layers: Rule = {
  name: 'layers',
  title: 'C++ folders and roles include only what they may',
  async run(repository) {
    const files = repository.cpp_files();
    return {
      findings: files.flatMap((path) => find_wrong_includes(path, repository.text(path))),
      note: `${files.length} C++ files`,
    };
  },
};
