// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type Result } from '@parvis/api';

/** The receipt that the server made of the outcome, as a PDF. */
export async function fetch_receipt(interview_id: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const answer = await ask<Blob>(
    http.GET('/api/v1/interviews/{interview_id}/receipt.pdf', {
      params: { path: { interview_id } },
      parseAs: 'blob',
    }) as never,
  );
  if (!answer.ok) return answer;
  return { ok: true, value: new Uint8Array(await answer.value.arrayBuffer()) };
}
