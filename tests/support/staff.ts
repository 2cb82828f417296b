// SPDX-License-Identifier: EUPL-1.2
import type { LinkOptions } from './link.ts';

/** Accounts of the demonstration network; all have this password. */
export const demo_password = 'demonstration parvis';
export const demo_accounts = {
  adviser: 'camille@caf.demo.fr',
  second_adviser: 'hugo@caf.demo.fr',
  foreign_adviser: 'nadia@cpam.demo.fr',
  mediator: 'sylvie@bretenoux.demo.fr',
  foreign_mediator: 'paul@gourdon.demo.fr',
  manager: 'responsable@caf.demo.fr',
  coordinator: 'coordination@reseau.demo.fr',
  technician: 'tech@reseau.demo.fr',
  administrator: 'admin@reseau.demo.fr',
} as const;

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** What a step that a story takes for granted was answered. */
export async function done(step: Promise<Answer>): Promise<unknown> {
  const { status, body } = await step;
  if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** A person of the staff who is signed in, as a browser would be: a cookie and the header that pages send. */
export class StaffSession {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in and throws when that is refused. */
  static async open(url: string, email: string, password = demo_password): Promise<StaffSession> {
    const session = new StaffSession(url);
    const answer = await session.post('/api/v1/sign-in', { email, password });
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return session;
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, { method: 'GET' });
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body) });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.#ask(path, { method: 'PUT', body: JSON.stringify(body) });
  }

  delete(path: string): Promise<Answer> {
    return this.#ask(path, { method: 'DELETE' });
  }

  /** How a test opens a link as this person's page does. */
  link(hello: Record<string, unknown>): LinkOptions {
    return { url: `${this.url}/api/v1/link`, headers: { Cookie: this.cookie }, hello };
  }

  async #ask(path: string, request: RequestInit): Promise<Answer> {
    const headers = new Headers({ 'X-Parvis-Request': '1', 'Accept-Language': 'fr' });
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    if (this.cookie !== '') headers.set('Cookie', this.cookie);
    const response = await fetch(`${this.url}${path}`, { ...request, headers });
    const [set_cookie] = response.headers.getSetCookie();
    if (set_cookie !== undefined) this.cookie = set_cookie.split(';')[0] ?? '';
    const text = await response.text();
    const is_json = (response.headers.get('Content-Type') ?? '').includes('json');
    return { status: response.status, body: is_json ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  }
}
