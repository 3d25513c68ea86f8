import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';

/** Classes of a style sheet that no page, and not the script, ever writes. */
export function unusedClasses(css: string): string[] {
  const folder = join(import.meta.dirname, '../../../src/preview');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const code = names
    .filter((name) => /\.(?:ts|js)$/u.test(name) && !name.startsWith('styles'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const words = new Set(code.match(/[\w-]+/gu));
  const classes = new Set<string>();
  postcss.parse(css).walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/\.([a-z][\w-]*)/gu)) classes.add(name);
  });
  // Widths are written as `w${width}`.
  return [...classes].filter((name) => !words.has(name) && !/^w(?:\d+|wide|fit)$/u.test(name));
}
