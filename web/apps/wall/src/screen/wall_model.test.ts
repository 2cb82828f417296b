// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { secret_in } from '../wall_secret.ts';
import { about_minutes, after, calls_of, in_order, screens_of, type Wall, type WallCall, type WallLine } from './wall_model.ts';

const line = (acronym: string, change: Partial<WallLine> = {}): WallLine =>
  ({ group_id: acronym, acronym, state: 'open', calls: [], next: [], waiting: 0, expected: [], ...change }) as WallLine;
const call = (number: number, called_at: number): WallCall => ({ number, called_at, calls: 1, kiosk_name: 'Borne', room: '' });

describe('the screen of a waiting room', () => {
  it('shows all that is told after a restart of the server, and believes the server’s clock', () => {
    const known = { site: {}, lines: [line('CAF')], ahead_ms: 0 } as unknown as Wall;
    const told = after(known, { type: 'snapshot', seq: 1, site: { name: 'Mairie' }, lines: [], server_time: 5000 }, 3000);
    expect(told).toEqual({ site: { name: 'Mairie' }, lines: [], ahead_ms: 2000 });
  });

  it('shows the newest call first, whatever the body', () => {
    expect(calls_of([line('CAF', { calls: [call(4, 10)] }), line('CPAM', { calls: [call(7, 30)] })]).map((one) => one.number)).toEqual([7, 4]);
  });

  it('puts bodies for which people wait before those that only are open or closed', () => {
    const lines = [line('A', { state: 'closed' }), line('B', { state: 'nobody_there' }), line('C'), line('D', { state: 'closed', waiting: 2 })];
    expect(in_order(lines).map((one) => one.acronym)).toEqual(['D', 'C', 'B', 'A']);
  });

  it('shows six quiet bodies at once, and lets others take their turn when there is more to say', () => {
    const quiet = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => line(name));
    expect(screens_of(quiet)).toEqual([quiet]);
    const full = quiet.map((one) => ({ ...one, next: [1, 2], expected: [{ number: 1, expected_at: 1 }] }));
    expect(screens_of(full).map((screen) => screen.length)).toEqual([3, 3]);
    expect(screens_of([])).toEqual([]);
  });

  it('tells a wait in whole fives, and nothing exact near its end', () => {
    const minutes = (count: number) => about_minutes(count * 60_000, 0);
    expect([minutes(11), minutes(8), minutes(4), minutes(2), minutes(-3)]).toEqual([10, 10, 5, 0, 0]);
  });

  it('takes only a whole secret from its address', () => {
    expect(secret_in(`#${'a'.repeat(43)}`)).toBe('a'.repeat(43));
    expect([secret_in(''), secret_in('#main'), secret_in(`#${'a'.repeat(44)}`)]).toEqual([null, null, null]);
  });
});
