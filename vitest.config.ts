// SPDX-License-Identifier: EUPL-1.2
// The tests that stand beside what they test. Stories and API tests over running programs have their own configuration
// in tests/.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'units',
          include: ['web/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
          globalSetup: ['web/packages/i18n/scripts/compile_before_tests.ts'],
          environment: 'node',
          testTimeout: 20_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        // Real browsers share the machine with nobody: one file at a time.
        test: {
          name: 'browsers',
          include: ['web/**/*.browser.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
