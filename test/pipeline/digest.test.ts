import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config.ts';
import { type DigestInput, makeDigest } from '../../src/pipeline/digest.ts';
import { readPart } from '../../src/pipeline/reading.ts';
import { siteOf } from '../../src/pipeline/site.ts';
import { checkBytes, checkClasses } from '../../src/proof/conservation.ts';
import { storiesOf, verifyIssue } from '../../src/proof/verify.ts';
import { ferry, oven, walk } from '../articles.ts';

const config = configSchema.parse({
  title: 'The Reed Post',
  url: 'https://reedpost.example/',
  sender: { name: 'The Reed Post', email: 'letter@reedpost.example' },
});

function inputOf(files: { [path: string]: string | Uint8Array }): DigestInput {
  const read = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(content as string),
  }));
  return { config, files: read, pages: [], seals: [], ids: new Map() };
}

test('articles become an issue, an undated one waits', async () => {
  const { value, diagnostics } = await makeDigest(inputOf({ 'a.md': ferry, 'b.md': oven, 'c.md': walk }));
  expect(value.composition.issues.map((i) => i.issue.key)).toEqual(['2026-05']);
  expect(diagnostics.map((d) => d.code)).toContain('undated');
});

test('a theme that the editor chose is not asked for again', async () => {
  const input = inputOf({ 'a.md': ferry, 'b.md': oven });
  const asked = async (text: string) => {
    const pages = [{ file: '_issues/2026-05.md', issue: '2026-05', text: `---\n${text}\n---\n` }];
    const { diagnostics } = await makeDigest({ ...input, pages });
    return diagnostics.filter(({ code }) => code === 'theme-unsure').map(({ file }) => file);
  };
  const [file, ...rest] = await asked('');
  expect([file, rest]).toEqual(['articles/b.md', ['articles/a.md']]);
  expect(await asked('move: { a-bakery-in-sallow-lights-its-oven-with-reeds-1: culture }')).toEqual(rest);
});

test('the address of the site has no slash at its end', () => {
  expect(siteOf(config).url).toBe('https://reedpost.example');
});

/** Pieces that the formats give a meaning to, and words. */
const piece = fc.constantFrom(
  '---\n',
  'title: A b\n',
  'date: 2026-05-01\n',
  '# ',
  '> ',
  '- ',
  '1. ',
  '*',
  '**',
  '`',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  'By ANNA REED',
  '(PHOTO: REED)',
  'Leave a Reply',
  'Read more:',
  'May 2026',
  'On May 14, 2026 the boat sank. ',
  'The mill at High Fen turned again after eleven quiet winters of rain.',
  '&amp;',
  '&lt;',
  '\\*',
  '![a](b)',
  '[a](http://b.example)',
  '<script>x</script>',
  '{{title}}',
  '灯会办到第四十届。',
  '\u0000',
  '\u200b',
  '\ud800',
  '\ufeff',
  '\u202e',
  '😀',
  'subscribe to our newsletter',
  'high- level',
  'Initia-\n',
  'tive',
);
const texts = fc
  .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  texts.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
);

describe('whatever comes in', () => {
  test('both sums hold and every highlight verifies', async () => {
    const file = fc.record({ name: fc.constantFrom('a.md', 'b.txt', 'c.markdown'), bytes });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (made) => {
        const files = made.map((f, i) => ({ path: `${i}-${f.name}`, bytes: f.bytes }));
        const { value } = await makeDigest({ ...inputOf({}), files });
        expect(value.readings.map(checkBytes).filter((p) => p !== null)).toEqual([]);
        expect(value.parts.map(checkClasses).filter((p) => p !== null)).toEqual([]);
        for (const { issue } of value.composition.issues) {
          const complaints = await verifyIssue(issue, (h) => {
            const found = files.find((f) => f.path === h.file);
            return found ? readPart(found, h.reader, h.part) : null;
          });
          expect(complaints).toEqual([]);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  test('the order of the files does not matter', async () => {
    const files = {
      'a.md': ferry,
      'b.md': oven,
      'd.md': oven.replace('2026-05-20', '2026-04-20'),
      'e.txt': 'May 2026\n\nA title\n\nThe mill at High Fen turned again after eleven quiet winters.\n',
    };
    const { value: one } = await makeDigest(inputOf(files));
    expect(one.composition.issues.flatMap((i) => storiesOf(i.issue)).length).toBeGreaterThan(2);
    const { value: two } = await makeDigest({ ...inputOf(files), pages: [] });
    expect(JSON.stringify(two.composition.issues)).toBe(JSON.stringify(one.composition.issues));
  });
});
