// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import type { Account, Role } from '@parvis/api';
import { catalogues } from '@parvis/i18n/home';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppRoot } from '../frame/mount.tsx';
import { page_after_sign_in, SignInPage } from './SignInPage.tsx';

afterEach(cleanup);

function account(...roles: Role[]): Account {
  return { account_id: 'A', name: 'Claire', language: 'fr', memberships: roles.map((role) => ({ network_id: 'N', role })) };
}

describe('after signing in', () => {
  test('an adviser goes to the console, a mediator to the front desk, the others to the network', () => {
    expect(page_after_sign_in(account('adviser'), null)).toBe('/adviser/');
    expect(page_after_sign_in(account('mediator'), null)).toBe('/desk/');
    expect(page_after_sign_in(account('technician', 'adviser'), null)).toBe('/network/');
  });

  test('who was sent here from a page of their own goes back to it', () => {
    expect(page_after_sign_in(account('mediator', 'technician'), '/network/kiosks?site=S')).toBe('/network/kiosks?site=S');
    expect(page_after_sign_in(account('mediator'), '/wall/')).toBe('/wall/');
    expect(page_after_sign_in(account('adviser'), '/wall/')).toBe('/adviser/');
  });

  test.each(['/adviser/', 'https://example.org/desk/', '//example.org/desk/', 'javascript:alert(1)'])(
    'a mediator is never led to %s',
    (asked_for) => {
      expect(page_after_sign_in(account('mediator'), asked_for)).toBe('/desk/');
    },
  );

  test('an account without a role has no page', () => {
    expect(page_after_sign_in(account(), '/desk/')).toBeNull();
  });
});

describe('the sign-in page', () => {
  const open = async () => {
    render(
      <AppRoot catalogues={catalogues} initial="fr" remember={false}>
        <SignInPage on_signed_in={vi.fn()} />
      </AppRoot>,
    );
    return screen.findByRole('button', { name: 'Se connecter' });
  };

  test('says which field is empty, at the field', async () => {
    const button = await open();
    fireEvent.submit(button.closest('form') ?? button);
    const email = screen.getByLabelText('Adresse e-mail');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    const described = email.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain('Écrivez votre adresse e-mail.');
    expect(screen.getByText('Écrivez votre mot de passe.')).toBeTruthy();
  });

  test('shows the password on demand', async () => {
    await open();
    const password = screen.getByLabelText('Mot de passe');
    expect(password.getAttribute('type')).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Afficher le mot de passe' }));
    expect(password.getAttribute('type')).toBe('text');
  });

  test('speaks English at one press', async () => {
    await open();
    fireEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
