// SPDX-License-Identifier: EUPL-1.2
// What each person had on their screen when a story failed: the reader of a failed run wants to see it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { repository } from './folders.ts';
import { present } from './people.ts';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const folder = join(repository, 'build/failed-stories');
  mkdirSync(folder, { recursive: true });
  const name = task.name.replaceAll(/[^\p{Letter}\d]+/gu, '-').slice(0, 80);
  await Promise.all(
    [...present].map(async (person, index) => {
      await person.page.screenshot({ path: join(folder, `${name}-${index}.png`), timeout: 5000 }).catch(() => undefined);
      if (person.window.complaints.length > 0) console.error(person.window.complaints.join('\n'));
    }),
  );
});
