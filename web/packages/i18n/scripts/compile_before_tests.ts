// SPDX-License-Identifier: EUPL-1.2
export { compile_catalogues as setup } from './compile_catalogues.ts';
