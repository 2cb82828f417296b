// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { moved, whole_page } from './CropFrame.tsx';

describe('the crop frame', () => {
  it('keeps the opposite edge where it is', () => {
    const cut = moved(whole_page, 'left', 0.2);
    expect(cut.left).toBeCloseTo(0.2);
    expect(cut.left + cut.width).toBeCloseTo(1);
  });

  it('never leaves the page', () => {
    expect(moved(whole_page, 'bottom', 1.4).height).toBeCloseTo(1);
    expect(moved(whole_page, 'top', -0.3).top).toBe(0);
  });

  it('never closes completely', () => {
    expect(moved(whole_page, 'right', 0).width).toBeGreaterThan(0);
    expect(moved(whole_page, 'top', 1).height).toBeGreaterThan(0);
  });
});
