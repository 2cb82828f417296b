// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { announce, Announcer } from './Announcer.tsx';

afterEach(cleanup);

test('what is announced is in the live region of its urgency', () => {
  render(<Announcer />);
  act(() => announce('Page 2 reçue'));
  act(() => announce('Le scanner est débranché', 'assertive'));
  expect(screen.getByRole('status').textContent).toBe('Page 2 reçue');
  expect(screen.getByRole('alert').textContent).toBe('Le scanner est débranché');
});

test('the same words again are a new node, so that they are said again', () => {
  render(<Announcer />);
  act(() => announce('Le bac est vide'));
  const first = screen.getByText('Le bac est vide');
  act(() => announce('Le bac est vide'));
  expect(screen.getByText('Le bac est vide')).not.toBe(first);
});
