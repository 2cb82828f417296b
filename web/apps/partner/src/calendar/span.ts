// SPDX-License-Identifier: EUPL-1.2
// Which days the calendar shows. Pure.
import { add_days, monday_of, month_start } from '@parvis/i18n/local_time';

export type SpanKind = 'week' | 'month';

export interface Span {
  kind: SpanKind;
  /** Any day inside. */
  day: string;
  from: string;
  to: string;
}

/** A month is shown with the weeks that its ends lie in, six of them: no month is longer. */
export function span_of(kind: SpanKind, day: string): Span {
  const from = monday_of(kind === 'week' ? day : month_start(day));
  return { kind, day, from, to: add_days(from, kind === 'week' ? 6 : 41) };
}

export function next_span(span: Span, step: 1 | -1): Span {
  return span_of(span.kind, span.kind === 'week' ? add_days(span.from, 7 * step) : month_start(span.day, step));
}
