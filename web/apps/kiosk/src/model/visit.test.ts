// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { after_news, after_subject, at_start, farewell, goes_home_when_idle, offer_of_body, screen_of, tile_state, type Situation, type Visit } from './visit.ts';
import { family, interview, known, offer, tile, work } from '../test_support/town.ts';

const wish = { subject: 'family', offer_id: 'caf' };
const situation = (change: Partial<Situation>): Situation => ({ link: 'online', known: known(), visit: at_start, gone: null, ...change });
const with_interview = (...of: Parameters<typeof interview>) => known({ interview: interview(...of) });

describe('a touch on a tile', () => {
  test('one open body leads straight to the rehearsal', () => {
    expect(after_subject(family, 'I1')).toEqual({ at: 'rehearsal', wish, interview_id: 'I1' });
  });

  test('several bodies lead to a choice between them', () => {
    expect(after_subject(work, 'I1')).toEqual({ at: 'bodies', subject: 'work' });
  });

  test.each(['closed', 'nobody_there'] as const)('a body that is %s is not rung', (state) => {
    expect(after_subject(tile('health', offer('cpam', state)), 'I1')).toMatchObject({ at: 'not_open' });
  });
});

test('of two bodies with the same acronym each is known by itself', () => {
  const [lot, vienne] = ['lot', 'vienne'].map((id) => ({ ...offer(id, 'open'), acronym: 'CD' }));
  const both = known({ tiles: [tile('family', lot!, vienne!)] });
  expect(offer_of_body(both, vienne!.partner_id)).toBe(vienne);
  expect(offer_of_body(both, 'another')).toBeNull();
});

describe('how a tile looks', () => {
  test('open when any of its bodies is open', () => {
    expect(tile_state(tile('work', offer('a', 'closed', 5), offer('b', 'open')))).toEqual({ state: 'open', opens_at: null });
  });

  test('closed until the soonest of its bodies opens', () => {
    expect(tile_state(tile('work', offer('a', 'closed', 9), offer('b', 'closed', 5)))).toEqual({ state: 'closed', opens_at: 5 });
  });
});

describe('what the news mean for the person', () => {
  test('a conversation that ends leads to the farewell with its code', () => {
    const before = with_interview('I1', 'running', { code: '7K4' });
    const after = with_interview('I1', 'ended', { code: '7K4', end_reason: 'finished' });
    expect(after_news(at_start, before, after, null)).toEqual({ ...farewell('I1', '7K4', 'finished') });
  });

  test('a conversation that the daemon forgot leads to the farewell too', () => {
    expect(after_news(at_start, with_interview('I1', 'running', { code: '7K4' }), known(), null)).toMatchObject({ at: 'farewell', code: '7K4' });
  });

  test('a ring that nobody answered says so, and can be tried again', () => {
    const after = with_interview('I1', 'ended', { end_reason: 'no_answer' });
    expect(after_news(at_start, with_interview('I1', 'ringing'), after, null)).toEqual({ at: 'not_reached', wish });
  });

  test('a ring that nobody answered can be tried again with the same body where several stand behind the subject', () => {
    const before = with_interview('I1', 'ringing', { subject: 'work', partner: { acronym: 'CAP', name: { fr: 'Cap', en: 'Cap' } } });
    expect(after_news(at_start, before, known(), null)).toEqual({ at: 'not_reached', wish: { subject: 'work', offer_id: 'cap' } });
  });

  test('a ring that the citizen took back leads to the start', () => {
    const after = with_interview('I1', 'ended', { end_reason: 'withdrawn' });
    expect(after_news(at_start, with_interview('I1', 'ringing'), after, null)).toBe(at_start);
  });

  test('a call that the adviser gave up leaves the first screen', () => {
    const after = with_interview('I1', 'ended', { end_reason: 'no_answer' });
    expect(after_news(at_start, with_interview('I1', 'calling'), after, null)).toBe(at_start);
  });

  test('the mediator may connect the next person while the last farewell is still shown', () => {
    const visit = farewell('I1', null, 'finished');
    expect(after_news(visit, known(), with_interview('I2', 'ringing'), null)).toBe(at_start);
  });

  test('a farewell stays when the daemon learns later that the interview is over', () => {
    const visit = farewell('I1', '7K4', null);
    expect(after_news(visit, with_interview('I1', 'running'), with_interview('I1', 'running'), 'I1')).toBe(visit);
    expect(after_news(visit, with_interview('I1', 'running'), with_interview('I1', 'ended'), 'I1')).toBe(visit);
  });
});

describe('which screen is shown', () => {
  test.each([
    ['opening', situation({ known: null, link: 'opening' })],
    ['out_of_order', situation({ known: null, link: 'ended' })],
    ['pairing', situation({ known: known({ paired: false }) })],
    ['start', situation({})],
    ['start', situation({ known: known({ online: false }) })],
    ['rehearsal', situation({ visit: { at: 'rehearsal', wish, interview_id: 'I1' } })],
    ['ringing', situation({ visit: { at: 'asking', wish, interview_id: 'I1' } })],
    ['ringing', situation({ known: with_interview('I1', 'ringing', { way_in: 'mediator' }) })],
    ['called', situation({ known: with_interview('I1', 'calling', { way_in: 'adviser' }) })],
    ['interview', situation({ known: with_interview('I1', 'running') })],
    ['farewell', situation({ visit: farewell('I1', null, null), known: with_interview('I1', 'ended') })],
    ['farewell', situation({ visit: farewell('I1', null, null), known: with_interview('I1', 'running'), gone: 'I1' })],
    ['out_of_order', situation({ link: 'lost' })],
  ] as const)('%s', (screen, at) => {
    expect(screen_of(at)).toBe(screen);
  });

  test('a conversation goes on while the daemon is away', () => {
    expect(screen_of(situation({ link: 'lost', known: with_interview('I1', 'running') }))).toBe('interview');
  });

  test('a farewell is finished even when the kiosk was revoked meanwhile', () => {
    expect(screen_of(situation({ visit: farewell('I1', null, 'revoked'), known: known({ paired: false }) }))).toBe('farewell');
  });

  test('nobody is sent home while it rings or while people talk', () => {
    const visits: Visit[] = [{ at: 'asking', wish, interview_id: 'I1' }];
    for (const visit of visits) expect(goes_home_when_idle(screen_of(situation({ visit })))).toBe(false);
    for (const state of ['ringing', 'calling', 'running'] as const) {
      expect(goes_home_when_idle(screen_of(situation({ known: with_interview('I1', state) })))).toBe(false);
    }
    expect(goes_home_when_idle('rehearsal')).toBe(true);
  });
});
