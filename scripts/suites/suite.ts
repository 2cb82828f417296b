// SPDX-License-Identifier: EUPL-1.2

export interface Counts {
  passed: number;
  failed: number;
  /** One line for each failure, to be read without opening a log. */
  failures: string[];
  /** What the suite's program said about them, for a reader who has nothing but the output of the run. */
  details?: string;
}

/** Where the suites find things. */
export interface Surroundings {
  root: string;
  /** build/test: results and logs of this run. */
  results: string;
  env: NodeJS.ProcessEnv;
}

export interface Suite {
  name: string;
  title: string;
  /** The suite is ended and has failed after this time. */
  limit_s: number;
  run(surroundings: Surroundings): Promise<Counts>;
}

/**
 * What a suite may be believed: one that ran nothing, or whose program failed without naming a failed test, has one
 * failure of its own.
 */
export function believe(counts: Counts, status: number, what: string): Counts {
  const { passed, failed, failures } = counts;
  if (passed + failed === 0) return { passed, failed: 1, failures: [...failures, `${what} ran no test (exit code ${status})`] };
  if (status !== 0 && failed === 0) {
    return { passed, failed: 1, failures: [...failures, `${what} ended with exit code ${status} though no test failed`] };
  }
  return counts;
}

export function add_counts(all: readonly Counts[]): { passed: number; failed: number } {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
  };
}
