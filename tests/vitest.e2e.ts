// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';

// One story at a time: two browsers in a call fill two cores.
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['tests/e2e/**/*.test.ts'],
    setupFiles: ['tests/support/failure_pictures.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
