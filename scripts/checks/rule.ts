// SPDX-License-Identifier: EUPL-1.2
import type { Repository } from './repository.ts';

/** One thing to put right: where, and a sentence that says what to do. */
export interface Finding {
  file: string;
  line?: number;
  message: string;
}

export interface CheckOptions {
  /** Look at the whole tree where a rule would otherwise look at recent changes only. */
  all: boolean;
}

/** A rule of this repository. `run` may take long and may start programs; it never changes a tracked file. */
export interface Rule {
  name: string;
  /** What the rule keeps true, in a few words. */
  title: string;
  run(repository: Repository, options: CheckOptions): Promise<Outcome>;
}

/** `note` says how much was looked at. */
export interface Outcome {
  findings: Finding[];
  note: string;
}

export function show_finding(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${place}: ${finding.message}`;
}
