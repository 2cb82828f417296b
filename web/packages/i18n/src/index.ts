// SPDX-License-Identifier: EUPL-1.2
export * from './dates.ts';
export * from './I18n.tsx';
export { is_language, languages, type Catalogues, type Language, type MessageKey, type Messages } from './messages.ts';
