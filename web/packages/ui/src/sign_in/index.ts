// SPDX-License-Identifier: EUPL-1.2
export { CalendarDialog } from '../calendars/CalendarDialog.tsx';
export { PageLinks } from './PageLinks.tsx';
export { AccountMenu, go_to_sign_in, RequireAccount, useAccount } from './RequireAccount.tsx';
export { page_after_sign_in, SignInPage } from './SignInPage.tsx';
