// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { Reviver, failed_after_ms } from './reviver.ts';
import type { LineCondition, ReviverStep } from './reviver.ts';

type Told = { at: number; step: ReviverStep };

/** Runs half-second steps; `answers` says whether the other page answers a question asked at that time. */
function run(reviver: Reviver, from: number, to: number, condition: LineCondition, answers: (now: number) => boolean): Told[] {
  const told: Told[] = [];
  for (let now = from; now < to; now += 500) {
    const step = reviver.step(now, condition);
    if (step !== 'nothing') told.push({ at: now, step });
    if (step === 'probe' && answers(now)) reviver.heard(now + 50);
  }
  return told;
}
const steps = (told: Told[], step: ReviverStep) => told.filter((one) => one.step === step).map((one) => one.at);
const nobody = () => false;
const always = () => true;

describe('a line that was lost', () => {
  test('for a moment is left alone', () => {
    const reviver = new Reviver(false);
    expect(run(reviver, 0, 3000, 'soft', always)).toEqual([]);
    expect(run(reviver, 3000, 10_000, 'up', always)).toEqual([]);
  });

  test('sends no offer while the other page does not answer, only questions, fewer with time', () => {
    const told = run(new Reviver(false), 0, 60_000, 'hard', nobody);
    expect(told.every((one) => one.step === 'probe')).toBe(true);
    expect(told.length).toBeLessThan(40);
  });

  test('for good is restarted as soon as the other page answers', () => {
    const told = run(new Reviver(false), 0, 40_000, 'hard', (now) => now >= 25_000);
    expect(steps(told, 'offer')[0]).toBeGreaterThanOrEqual(25_000);
    expect(steps(told, 'offer')[0]).toBeLessThanOrEqual(30_000);
  });

  test('heals by itself for three seconds after the server is heard again', () => {
    const told = run(new Reviver(false), 0, 9000, 'soft', always);
    expect(steps(told, 'offer')[0]).toBeGreaterThanOrEqual(6000);
  });

  test('is restarted by the impolite side first', () => {
    const impolite = steps(run(new Reviver(false), 0, 20_000, 'hard', always), 'offer')[0] ?? Infinity;
    const polite = steps(run(new Reviver(true), 0, 20_000, 'hard', always), 'offer')[0] ?? Infinity;
    expect(polite - impolite).toBeGreaterThanOrEqual(1000);
  });

  test('gets a whole new connection when three restarts did not help', () => {
    const told = run(new Reviver(false), 0, 40_000, 'hard', always);
    const rebuilt = steps(told, 'rebuild')[0] ?? Infinity;
    expect(steps(told, 'offer').filter((at) => at < rebuilt)).toHaveLength(3);
  });

  test('is called failed after a minute, and not before', () => {
    const reviver = new Reviver(false);
    run(reviver, 0, failed_after_ms, 'hard', nobody);
    expect(reviver.failed(failed_after_ms - 1)).toBe(false);
    expect(reviver.failed(failed_after_ms)).toBe(true);
    reviver.step(failed_after_ms + 1, 'up');
    expect(reviver.failed(2 * failed_after_ms)).toBe(false);
  });
});

describe('a new path that was asked for', () => {
  test('is taken on a running call too, once the other page is known to listen', () => {
    const reviver = new Reviver(false);
    run(reviver, 0, 5000, 'up', nobody);
    reviver.force('offer');
    const told = run(reviver, 5000, 10_000, 'up', (now) => now >= 7000);
    expect(steps(told, 'offer')).toHaveLength(1);
    expect(steps(told, 'offer')[0]).toBeGreaterThanOrEqual(7000);
  });

  test('of a rebuild is not asked again when the other side was quicker', () => {
    const reviver = new Reviver(false);
    reviver.force('rebuild');
    reviver.begun(1000);
    expect(run(reviver, 1000, 3000, 'up', always)).toEqual([]);
  });
});
