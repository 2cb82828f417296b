// SPDX-License-Identifier: EUPL-1.2
// Papers between the page and the daemon's memory, and what the browser keeps, by HTTP on loopback.
import { failure, read_problem, success, type Result } from '@parvis/api';
import type { Paper } from '../wire.ts';

export class DaemonPapers {
  private readonly token_: string;

  constructor(token: string) {
    this.token_ = token;
  }

  /** Errors: not_found when the daemon holds it no more; unavailable / unreachable. */
  async fetch(paper_id: string): Promise<Result<ArrayBuffer>> {
    const answer = await this.ask(`/local/papers/${paper_id}`, {});
    return answer.ok ? success(await answer.value.arrayBuffer()) : answer;
  }

  /** Gives the daemon a file of the adviser; it gets an id of the daemon's. */
  async give(bytes: Uint8Array<ArrayBuffer>, media_type: string): Promise<Result<Paper>> {
    const answer = await this.ask('/local/papers', { method: 'POST', body: bytes, headers: { 'Content-Type': media_type } });
    return answer.ok ? success((await answer.value.json()) as Paper) : answer;
  }

  /** The browser empties its cache and every store of this page. Without the daemon, the page has emptied what it can. */
  async forget(): Promise<void> {
    await this.ask('/local/forget', { method: 'POST' });
  }

  private async ask(path: string, init: RequestInit): Promise<Result<Response>> {
    try {
      const answer = await fetch(path, { ...init, cache: 'no-store', headers: { ...init.headers, 'X-Page-Token': this.token_ } });
      if (answer.ok) return success(answer);
      return { ok: false, error: read_problem(await answer.json().catch(() => null), answer.status) };
    } catch {
      return failure('unavailable', 'unreachable');
    }
  }
}
