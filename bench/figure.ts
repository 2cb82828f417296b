// SPDX-License-Identifier: EUPL-1.2

/** One measured figure, as printed: one JSON line. `ratio` is ours divided by `against`, medians of paired runs. */
export interface Figure {
  name: string;
  unit: string;
  median: number;
  min: number;
  max: number;
  n: number;
  ratio?: number;
  against?: string;
  /** Of a fight: places given twice, and bookings that were told and are gone. */
  doubled?: number;
  lost?: number;
}

/** What a figure must keep to: on the median, or on the ratio when `of` says so. */
export interface Limit {
  most?: number;
  least?: number;
  of: 'median' | 'ratio';
}

export interface Bench {
  /** What is measured, for the table of the README, in both languages. */
  title: { en: string; fr: string };
  limit?: Limit;
  /** By the name of a figure, when the figures of one file do not all keep to the same. */
  limits?: Record<string, Limit>;
  /** How often a full run measures. */
  runs: number;
  /** A run that takes longer is stuck. */
  most_minutes: number;
  /** Measures this often; ours and what it is compared with in turn. */
  run(runs: number): Promise<Figure[]>;
}

function median_of(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no measurement, no median');
  return median_of([...values].sort((a, b) => a - b));
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Sums measurements up. With `against`, both were taken in turn in one run: A B A B. */
export function figure(name: string, unit: string, values: readonly number[], against?: { name: string; values: readonly number[] }): Figure {
  const summary: Figure = {
    name,
    unit,
    median: rounded(median(values)),
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
    n: values.length,
  };
  if (against === undefined) return summary;
  return { ...summary, ratio: rounded(median(values) / median(against.values)), against: against.name };
}

export function limit_of(bench: Pick<Bench, 'limit' | 'limits'>, name: string): Limit | undefined {
  return bench.limits?.[name] ?? bench.limit;
}

/** True when the figure keeps to the limit, or when there is none. */
export function keeps(limit: Limit | undefined, measured: Figure): boolean {
  if (limit === undefined) return true;
  const value = limit.of === 'ratio' ? measured.ratio : measured.median;
  if (value === undefined) return false;
  return value <= (limit.most ?? Number.POSITIVE_INFINITY) && value >= (limit.least ?? Number.NEGATIVE_INFINITY);
}
