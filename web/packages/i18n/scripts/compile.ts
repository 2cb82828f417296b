// SPDX-License-Identifier: EUPL-1.2
import { compile_catalogues } from './compile_catalogues.ts';

compile_catalogues();
