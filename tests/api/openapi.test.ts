// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/folders.ts';
import { run_parvis } from '../support/server.ts';

test('the committed description of the API is the one that the program prints', () => {
  const committed = JSON.parse(readFileSync(join(repository, 'web/packages/api/openapi.json'), 'utf8')) as unknown;
  const { status, output } = run_parvis(['openapi']);
  expect(status).toBe(0);
  expect(JSON.parse(output)).toEqual(committed);
});
