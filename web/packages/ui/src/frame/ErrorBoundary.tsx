// SPDX-License-Identifier: EUPL-1.2
import { Component, type ErrorInfo, type ReactNode } from 'react';
import styles from './ErrorBoundary.module.css';

interface Props {
  children: ReactNode;
  /** Shown instead of the standard page; the kiosk gives its own "please call someone" screen. */
  fallback?: ReactNode;
  on_error?(error: unknown): void;
}

interface State {
  failed: boolean;
}

/** Last resort. It stands outside the catalogues (they may be what failed), so it speaks both languages by itself. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, details: ErrorInfo): void {
    console.error(error, details.componentStack);
    this.props.on_error?.(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    if (this.props.fallback !== undefined) return this.props.fallback;
    return (
      <main className={styles.page} role="alert">
        <div lang="fr">
          <h1>Cette page s’est arrêtée.</h1>
          <p>Ce n’est pas votre faute. Rechargez la page. Si cela recommence, prévenez la personne qui s’occupe du réseau.</p>
        </div>
        <div lang="en">
          <h2>This page has stopped.</h2>
          <p>It is not your fault. Reload the page. If it happens again, tell the person in charge of the network.</p>
        </div>
        <button type="button" className={styles.reload} onClick={() => location.reload()}>
          <span lang="fr">Recharger</span> · <span lang="en">Reload</span>
        </button>
      </main>
    );
  }
}
