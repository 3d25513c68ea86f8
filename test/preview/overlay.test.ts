import { expect, test } from 'vitest';
import { overlay, type Shown } from '../../src/preview/overlay.ts';

const shown = (change: Partial<Shown> = {}): Shown => ({
  code: 'template-invalid',
  severity: 'error',
  file: 'templates/page.hbs',
  line: 2,
  message: 'templates/page.hbs:2:5: there is no value "x" here',
  hint: 'Look again.',
  excerpt: [
    { line: 1, text: 'one' },
    { line: 2, text: '<script>{{x}}' },
  ],
  ...change,
});

test('nothing wrong, nothing shown', () => expect(overlay([], [])).toBe(null));

test('a fault has its place once, its words, lines and hint, as text', async () => {
  const text = String(await overlay([shown()], []));
  expect(text.match(/page\.hbs/gu)).toHaveLength(1);
  expect(text).toContain('<b>there is no value &quot;x&quot; here</b>');
  expect(text).toContain('<span class="here"><span class="no">2</span>&lt;script&gt;{{x}}');
  expect(text).toContain('Look again.');
  expect(text).toContain('Not rebuilt: 1 fault');
  expect(text).not.toContain('Put aside');
  expect(text).toContain('tabindex="0"');
});

test('errors of files can be put aside; a fault goes before them', async () => {
  const errors = [shown({ message: 'b', file: 'articles/b.md' })];
  expect(String(await overlay([], errors))).toContain('Put aside');
  expect(String(await overlay([shown()], errors))).not.toContain('articles/b.md');
});

test('of very many the first are shown', async () => {
  const text = String(
    await overlay(
      [],
      Array.from({ length: 500 }, (_, i) => shown({ line: i })),
    ),
  );
  expect(text.match(/class="complaint"/gu)).toHaveLength(8);
  expect(text).toContain('and 492 more');
});
