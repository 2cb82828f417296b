// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_missing_licence } from './spdx.ts';

test('a C++ file without the licence line is told which line to add', () => {
  const findings = find_missing_licence('server/fleet/kiosk.cpp', '#include "a.hpp"\n');
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain('// SPDX-License-Identifier: EUPL-1.2');
});

test('a script without an ending is recognised by its interpreter line', () => {
  expect(find_missing_licence('scripts/setup', '#!/usr/bin/env bash\nset -e\n')).toHaveLength(1);
  expect(find_missing_licence('scripts/setup', '#!/usr/bin/env bash\n# SPDX-License-Identifier: EUPL-1.2\n')).toEqual([]);
});

test('data and generated types carry no licence line', () => {
  expect(find_missing_licence('README.md', '# Parvis\n')).toEqual([]);
  expect(find_missing_licence('web/packages/api/src/schema.ts', '/**\n * This file was auto-generated.\n */\n')).toEqual([]);
});
