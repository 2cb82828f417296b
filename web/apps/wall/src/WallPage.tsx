// SPDX-License-Identifier: EUPL-1.2
import { RequireAccount } from '@parvis/ui/sign-in';
import { useLayoutEffect, useState, type ReactElement } from 'react';
import { SetUpPage } from './set_up/SetUpPage.tsx';
import { secret_in, show_secret } from './wall_secret.ts';
import { WallScreen } from './screen/WallScreen.tsx';

/** With a secret behind the # of its address, the screen of a waiting room; without one, where staff make such a screen. */
export function WallPage(): ReactElement {
  const [secret, set_secret] = useState(() => secret_in(location.hash));
  // Read from five metres, or at a desk: see wall.module.css.
  useLayoutEffect(() => {
    document.documentElement.dataset['scale'] = secret === null ? 'desk' : 'wall';
  }, [secret]);
  if (secret !== null) return <WallScreen secret={secret} />;
  return (
    <RequireAccount roles={['mediator', 'technician', 'administrator']}>
      <SetUpPage
        show_here={(made) => {
          show_secret(made);
          set_secret(made);
        }}
      />
    </RequireAccount>
  );
}
