// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { ToPage } from '../wire.ts';
import { known_after, live_interview, running_interview } from './known.ts';
import { interview, known } from '../test_support/town.ts';

const told = (message: unknown) => message as ToPage;

describe('what the kiosk page knows of its daemon', () => {
  test('nothing counts before the first snapshot', () => {
    expect(known_after(null, told({ type: 'link', online: true }))).toBeNull();
  });

  test('a snapshot replaces everything, the interview included', () => {
    const { pairing: _, kiosk: __, site: ___, interview: ____, ...snapshot } = known({ online: false });
    const after = known_after(known({ interview: interview('I1', 'running') }), told({ type: 'snapshot', ...snapshot }));
    expect(after?.interview).toBeNull();
    expect(after?.online).toBe(false);
  });

  test('the place stays known while the server is away', () => {
    const after = known_after(known(), told({ type: 'link', online: false }));
    expect(after?.online).toBe(false);
    expect(after?.tiles).toHaveLength(2);
  });

  test('a pairing code that was used up is shown no more', () => {
    const before = known({ paired: false, pairing: { code: 'ABC', expires_at: 5 } });
    expect(known_after(before, told({ type: 'pairing', paired: true }))).toMatchObject({ paired: true, pairing: null });
  });

  test('what a newer daemon may say changes nothing', () => {
    const before = known();
    expect(known_after(before, told({ type: 'weather' }))).toBe(before);
  });

  test('an interview that ended is not live, and one that rings does not run', () => {
    expect(live_interview(known({ interview: interview('I1', 'ended') }))).toBeNull();
    expect(running_interview(known({ interview: interview('I1', 'ringing') }))).toBeNull();
    expect(running_interview(known({ interview: interview('I1', 'running') }))?.interview_id).toBe('I1');
  });
});
