// SPDX-License-Identifier: EUPL-1.2
import { pages_of, sign_in, type Account, type Problem } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { useEffect, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import mark from '../brand/parvis.svg';
import { Button } from '../controls/Button.tsx';
import { Field } from '../controls/Field.tsx';
import { Notice } from '../feedback/Notice.tsx';
import { useProblemText } from '../feedback/problem_text.ts';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import styles from './SignInPage.module.css';

export interface SignInPageProps {
  /** For whoever is here by mistake. */
  aside?: ReactNode;
  on_signed_in(account: Account): void;
}

/** Where an account goes after signing in: back to the page that sent it here if it may, else to its first page. */
export function page_after_sign_in(account: Account, asked_for: string | null): string | null {
  const pages = pages_of(account);
  const back = pages.find((page) => asked_for !== null && asked_for.startsWith(page));
  return back ? asked_for : (pages[0] ?? null);
}

export function SignInPage({ aside, on_signed_in }: SignInPageProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [email, set_email] = useState('');
  const [password, set_password] = useState('');
  const [shown, set_shown] = useState(false);
  const [tried, set_tried] = useState(false);
  const [pending, set_pending] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const title = say('ui.sign_in.title');
  useEffect(() => {
    document.title = `${title} · Parvis`;
  }, [title]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    set_tried(true);
    if (!email.trim() || !password || pending) return;
    set_pending(true);
    const result = await sign_in(email.trim(), password);
    set_pending(false);
    if (result.ok) {
      on_signed_in(result.value);
      return;
    }
    set_problem(result.error);
    set_password('');
    set_tried(false);
  };

  const email_error = tried && !email.trim() ? say('ui.sign_in.email_missing') : null;
  const password_error = tried && !password ? say('ui.sign_in.password_missing') : null;
  return (
    <main className={styles.page}>
      <div className={styles.welcome}>
        <img src={mark} alt="" className={styles.mark} />
        <p className={styles.name}>Parvis</p>
        <p className={styles.intro}>{say('ui.sign_in.intro')}</p>
        {aside ? <p className={styles.aside}>{aside}</p> : null}
      </div>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-labelledby="sign-in-title">
        <div className={styles.head}>
          <h1 id="sign-in-title">{title}</h1>
          <LanguageSwitch />
        </div>
        {problem ? (
          <Notice tone="danger" live>
            {problem_text(problem)}
          </Notice>
        ) : null}
        <Field
          label={say('ui.sign_in.email')}
          type="email"
          autocomplete="username"
          value={email}
          on_change={set_email}
          error={email_error}
          required
          autofocus
        />
        <div className={styles.password}>
          <Field
            label={say('ui.sign_in.password')}
            type={shown ? 'text' : 'password'}
            autocomplete="current-password"
            value={password}
            on_change={set_password}
            error={password_error}
            required
          />
          <Button
            tone="quiet"
            size="small"
            icon="eye"
            pressed={shown}
            on_press={() => set_shown(!shown)}
          >
            {shown ? say('ui.sign_in.password_hide') : say('ui.sign_in.password_show')}
          </Button>
        </div>
        <Button type="submit" tone="primary" size="large" pending={pending} stretch>
          {say('ui.sign_in.action')}
        </Button>
      </form>
    </main>
  );
}
