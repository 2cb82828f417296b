// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './Countdown.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const shown = () => screen.getByRole('timer').textContent;

test('the seconds left are shown, and the end comes once', () => {
  const on_end = vi.fn();
  render(<Countdown seconds={20} label="Retour" on_end={on_end} />);
  expect(shown()).toContain('20');
  pass(12_500);
  expect(shown()).toContain('8 s');
  expect(on_end).not.toHaveBeenCalled();
  pass(7_500);
  expect(on_end).toHaveBeenCalledTimes(1);
  pass(60_000);
  expect(on_end).toHaveBeenCalledTimes(1);
});

test('halted by a touch, it starts anew with all its seconds', () => {
  const on_end = vi.fn();
  const { rerender } = render(<Countdown seconds={20} label="Retour" on_end={on_end} />);
  pass(19_000);
  rerender(<Countdown seconds={20} label="Retour" on_end={on_end} running={false} />);
  pass(60_000);
  expect(on_end).not.toHaveBeenCalled();
  rerender(<Countdown seconds={20} label="Retour" on_end={on_end} running />);
  pass(19_000);
  expect(on_end).not.toHaveBeenCalled();
  pass(1_250);
  expect(on_end).toHaveBeenCalledTimes(1);
});
