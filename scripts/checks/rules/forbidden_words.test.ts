// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_forbidden_words } from './forbidden_words.ts';

test('a path of a developer’s machine is refused', () => {
  expect(find_forbidden_words('docs/tour.md', 'see /home/claire/parvis/server\n')).toHaveLength(1);
  expect(find_forbidden_words('docs/tour.md', 'first\nopen /work/parvis/main.cpp\n')[0]?.line).toBe(2);
});

test('a path inside the repository or of the system is allowed', () => {
  expect(find_forbidden_words('docs/tour.md', 'web/work/home/a.ts and /usr/bin/chromium and /var/lib/parvis')).toEqual([]);
});

test('a download address in the lock file is refused', () => {
  const line = `"resolved": "https://mirror.example/react.tgz"`;
  expect(find_forbidden_words('package-lock.json', line)[0]?.message).toContain('omit-lockfile-registry-resolved');
});
