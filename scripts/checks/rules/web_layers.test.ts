// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_imports, find_wrong_imports } from './web_layers.ts';

test('imports are found over several lines, for their effect, and when they are made later', () => {
  const text = "import {\n  a,\n  b,\n} from './a.ts';\nimport './style.css';\nexport * from 'react';\nconst x = await import('pdfjs-dist');\n";
  expect(find_imports(text).map((found) => found.target)).toEqual(['./a.ts', './style.css', 'react', 'pdfjs-dist']);
  expect(find_imports(text)[0]?.line).toBe(4);
});

test('a page may not import another page', () => {
  const findings = find_wrong_imports('web/apps/desk/src/Page.tsx', "import { Tile } from '../../kiosk/src/Tile.tsx';\n");
  expect(findings[0]?.message).toContain('a page knows no other page');
});

test('a package is entered through its name', () => {
  expect(find_wrong_imports('web/apps/desk/src/Page.tsx', "import '../../../packages/ui/src/a.ts';\n")[0]?.message).toContain('@parvis/');
  expect(find_wrong_imports('web/apps/desk/src/Page.tsx', "import { a } from '@parvis/ui';\nimport './b.ts';\n")).toEqual([]);
});

test('a package knows no page', () => {
  expect(find_wrong_imports('web/packages/ui/src/a.ts', "import { a } from '@parvis/desk-app';\n")).toHaveLength(1);
});
