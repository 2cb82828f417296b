// SPDX-License-Identifier: EUPL-1.2
// The one `fetch` of the pages: every answer is a Result, every request says that it comes from our own pages.
import createClient from 'openapi-fetch';
import { failure, read_problem, success, type Result } from './result.ts';
import type { paths } from './schema.ts';

const answer_limit_ms = 20_000;
let language = 'fr';

/** The language in which the server's sentences are wanted. */
export function speak_language(chosen: string): void {
  language = chosen;
}

/** No other site can add this header, nor is the SameSite cookie sent with its requests. */
async function send(request: Request): Promise<Response> {
  request.headers.set('X-Parvis-Request', '1');
  request.headers.set('Accept-Language', language);
  return fetch(new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(answer_limit_ms)]) }));
}

/**
 * The server's HTTP interface, typed from its OpenAPI document. Use with ask:
 * `await ask(http.GET('/api/v1/me'))`.
 */
export const http = createClient<paths>({ fetch: send, baseUrl: globalThis.location?.origin ?? '' });

interface Answer<Value> {
  data?: Value;
  error?: unknown;
  response: Response;
}

/** Waits for an answer of `http`. No answer at all is `unavailable` / `unreachable`, a late one `timeout` / `no_answer`. */
export async function ask<Value>(question: Promise<Answer<Value>>): Promise<Result<Value>> {
  try {
    const { data, error, response } = await question;
    if (!response.ok) return { ok: false, error: read_problem(error, response.status) };
    return success(data as Value);
  } catch (reason) {
    return no_answer(reason);
  }
}

/**
 * A request outside the OpenAPI document: the kiosk's own daemon on loopback. The caller states what comes back.
 * Errors as for ask; `unavailable` / `unexpected_answer` when a success is not JSON.
 */
export async function request<Value>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Result<Value>> {
  const url = new URL(path, globalThis.location?.href);
  const headers: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  let response: Response;
  let text: string;
  try {
    response = await send(new Request(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) }));
    text = await response.text();
  } catch (reason) {
    return no_answer(reason);
  }
  const value = parse(text);
  if (!response.ok) return { ok: false, error: read_problem(value, response.status) };
  if (value === undefined && text !== '') return failure('unavailable', 'unexpected_answer');
  return success(value as Value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function no_answer(reason: unknown): Result<never> {
  if (reason instanceof DOMException && reason.name === 'TimeoutError') return failure('timeout', 'no_answer');
  // fetch throws TypeError for every failure of the network; a body that is no JSON gives SyntaxError.
  if (reason instanceof TypeError) return failure('unavailable', 'unreachable');
  if (reason instanceof SyntaxError) return failure('unavailable', 'unexpected_answer');
  throw reason;
}
