// SPDX-License-Identifier: EUPL-1.2
// What any question to a server comes back as. Expected failures are values; only a mistake in this code throws.

/** The classes of failure. Pages branch on `code` or `reason`, never on `message`. */
export const error_codes = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'expired',
  'rate_limited',
  'too_large',
  'unavailable',
  'timeout',
  'device_failure',
  'unsupported',
] as const;
export type ErrorCode = (typeof error_codes)[number];

export interface Problem {
  readonly code: ErrorCode;
  /** Stable name of the exact cause, e.g. "pairing_code_expired". */
  readonly reason: string;
  /** A sentence for the person, in their language when the server said it; empty when this side found the problem. */
  readonly message: string;
  /** JSON pointer of the field at fault, or "". */
  readonly pointer: string;
  /** What the sentence was made of, e.g. { retry_after_seconds: "30" }. */
  readonly arguments: Readonly<Record<string, string>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, reason: string, message = '', pointer = ''): { ok: false; error: Problem } {
  return { ok: false, error: { code, reason, message, pointer, arguments: {} } };
}

const code_of_status: Record<number, ErrorCode> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'unsupported',
  409: 'conflict',
  410: 'expired',
  413: 'too_large',
  415: 'unsupported',
  422: 'invalid_input',
  429: 'rate_limited',
  503: 'unavailable',
  504: 'timeout',
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Reads problem details (RFC 9457) as the server sends them over HTTP and in `refused` and `problem` messages. */
export function read_problem(body: unknown, http_status?: number): Problem {
  const fields = record(body);
  const status = typeof fields['status'] === 'number' ? fields['status'] : (http_status ?? 0);
  const texts = Object.entries(record(fields['arguments'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    code: error_codes.find((code) => code === fields['kind']) ?? code_of_status[status] ?? 'unavailable',
    reason: text(fields['code']) || 'unexpected_answer',
    message: text(fields['detail']) || text(fields['title']),
    pointer: text(fields['pointer']),
    arguments: Object.fromEntries(texts),
  };
}
