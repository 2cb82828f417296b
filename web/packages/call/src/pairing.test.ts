// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { Pairing } from './pairing.ts';

/** The head of a signal as `from` would send it now. */
const from = (pairing: Pairing) => pairing.head();

describe('two page loads that talk to each other', () => {
  test('meet with the first signal and stay together', () => {
    const [adviser, kiosk] = [new Pairing(), new Pairing()];
    expect(kiosk.receive(from(adviser))).toBe('met');
    expect(adviser.receive(from(kiosk))).toBe('met');
    expect(kiosk.receive(from(adviser))).toBe('current');
  });

  test('a reloaded page is seen as new, and what its old load still says is not listened to', () => {
    const [old_adviser, kiosk] = [new Pairing(), new Pairing()];
    kiosk.receive(from(old_adviser));
    old_adviser.receive(from(kiosk));
    const late = from(old_adviser);
    const adviser = new Pairing();
    expect(kiosk.receive(from(adviser))).toBe('replaced');
    expect(kiosk.receive(late)).toBe('not_ours');
    expect(adviser.receive(from(kiosk))).toBe('met');
    expect(kiosk.receive(from(adviser))).toBe('current');
  });

  test('a signal for an earlier load of this page is not ours', () => {
    const [adviser, old_kiosk] = [new Pairing(), new Pairing()];
    adviser.receive(from(old_kiosk));
    expect(new Pairing().receive(from(adviser))).toBe('not_ours');
  });

  test('an echo of the own signal is not ours', () => {
    const adviser = new Pairing();
    expect(adviser.receive(from(adviser))).toBe('not_ours');
  });

  test('a new connection of one side is followed by the other, and signals of the old one fall behind', () => {
    const [adviser, kiosk] = [new Pairing(), new Pairing()];
    kiosk.receive(from(adviser));
    adviser.receive(from(kiosk));
    const old = from(kiosk);
    adviser.next_round();
    expect(adviser.receive(old)).toBe('behind');
    expect(kiosk.receive(from(adviser))).toBe('next_round');
    expect(adviser.receive(from(kiosk))).toBe('current');
  });

  test('both beginning a new connection at once still agree', () => {
    const [adviser, kiosk] = [new Pairing(), new Pairing()];
    kiosk.receive(from(adviser));
    adviser.receive(from(kiosk));
    adviser.next_round();
    kiosk.next_round();
    expect(kiosk.receive(from(adviser))).toBe('current');
    expect(adviser.receive(from(kiosk))).toBe('current');
  });
});
