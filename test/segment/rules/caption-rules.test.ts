import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { captionRules } from '../../../src/segment/rules/caption-rules.ts';
import { nameRules } from '../cases.ts';

const names = new Set(captionRules.map((r) => r.name));

test('names are unlike', () => expect(names.size).toBe(captionRules.length));

test.each([
  'The paper said that the photo was an image of the boat.',
  'She posted photos of their kisses.',
  'The bell rang at noon, said the agency.',
])('prose is left alone: %s', (text) =>
  expect(nameRules(text).filter((n) => names.has(n) && n !== 'text')).toEqual([]),
);

test.each([
  'The herons on the wall. (Photo: June Hart)',
  'Boats at dawn. Photo by June Hart',
  'Boats at dawn [PICTURE: Ann Reed]',
  'The choir in the hall. Crédits : Jeanne Roseau',
  'Die Reiher am Deich. FOTO: Ada Moor',
  'The mayor at the sluice. Photo courtesy of Ann Reed',
])('who made a picture is a credit: %s', (text) => expect(nameRules(text)).toContain('caption-credit'));

test('credits are found in a process that holds much code, too', () => {
  const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `await import(${at('../../crowded.ts')});
    const { hasCredit } = await import(${at('../../../src/segment/rules/caption-rules.ts')});
    console.log(['(Photo: June Hart)', 'At dawn. Photo by June Hart', 'A photo of it'].map(hasCredit).join());`;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(out).toBe('true,true,false\n');
});
