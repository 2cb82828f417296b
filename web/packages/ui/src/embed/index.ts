// SPDX-License-Identifier: EUPL-1.2
export { calendar_path, feed_path, type Published } from './embed.ts';
export { EmbedLines } from './EmbedLines.tsx';
