// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { after, stage_of, type AdviserInterview, type Console, type RingView } from './console_model.ts';

const quiet: Console = { availability: 'available', rings: [], kiosks: [], interview: null, lines: [], held: null, appointment_news: 0 };
const ring = { interview_id: '01J0000000000000000000RING', site_name: 'Bretenoux' } as RingView;
const talk = { interview_id: '01J0000000000000000000TALK', state: 'running', accepted_at: 1 } as AdviserInterview;

describe('the console', () => {
  it('shows who rings as soon as the server tells it', () => {
    expect(after(quiet, { type: 'rings', seq: 2, rings: [ring] })?.rings).toEqual([ring]);
  });

  it('forgets what it knew when a snapshot comes after a restart of the server', () => {
    const busy = { ...quiet, rings: [ring], interview: talk };
    const fresh = after(busy, { type: 'snapshot', seq: 1, availability: 'pause', rings: [], kiosks: [], server_time: 1 });
    expect(fresh).toEqual({ ...quiet, availability: 'pause' });
  });

  it('is not disturbed by a message of a newer server', () => {
    expect(after(quiet, { type: 'weather', seq: 3 })).toBe(quiet);
  });

  it('waits for a snapshot before it believes anything else', () => {
    expect(after(null, { type: 'rings', seq: 1, rings: [ring] })).toBeNull();
  });
});

describe('the stage', () => {
  it('is the conversation while it runs', () => {
    expect(stage_of(talk)).toBe('talking');
  });

  it('asks for the outcome once the conversation has ended, and only until it is written', () => {
    expect(stage_of({ ...talk, state: 'ended', has_outcome: false })).toBe('closing');
    expect(stage_of({ ...talk, state: 'ended', has_outcome: true })).toBe('lobby');
  });

  it('leaves the conversation that was ended here, also while the server does not know it yet', () => {
    expect(stage_of(talk, { ended: true, outcome_kept: true })).toBe('lobby');
    expect(stage_of({ ...talk, state: 'ended', has_outcome: false }, { ended: true, outcome_kept: true })).toBe('lobby');
    expect(stage_of({ ...talk, state: 'ended', has_outcome: false }, { ended: true, outcome_kept: false })).toBe('closing');
  });

  it('asks for nothing after a call that nobody answered', () => {
    const unanswered = { ...talk, state: 'ended', has_outcome: false } as AdviserInterview;
    delete unanswered.accepted_at;
    expect(stage_of(unanswered)).toBe('lobby');
  });
});
