import { expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test.each([
  'the-ferry-at-low-reed-runs-on-sundays-again-1',
  'ferry.md',
  'articles/ferry.md',
  'Low Reed runs',
])('it finds an article by %s and tells where everything comes from', async (name) => {
  const { code, out } = await runDigestif(makeNewsletter(marsh), 'explain', name);
  expect(code).toBe(0);
  expect(out).toContain('2026-05-14 (day), by rule "stated", line 5');
  expect(out).toContain('Water');
  expect(out).toContain('a story of 2026-05');
  expect(out).toMatch(/highlight +¶ 1 {2}The ferry at Low Reed carried 61/u);
});

test('an undated article is told with the line that would take it in', async () => {
  const { out } = await runDigestif(makeNewsletter(marsh), 'explain', 'sluice', '--json');
  expect(JSON.parse(out)[0]).toMatchObject({
    date: null,
    issue: null,
    write: 'date: { a-walk-around-the-old-sluice-1: YYYY-MM-DD }',
  });
});

test('no such article', async () => {
  const { code, err } = await runDigestif(makeNewsletter(marsh), 'explain', 'zeppelin');
  expect(code).toBe(2);
  expect(err).toContain('zeppelin');
});

test.each(['', ' ', '!!!'])('%j names no article', async (name) => {
  expect((await runDigestif(makeNewsletter(marsh), 'explain', name)).code).toBe(2);
});

test('its JSON holds what issue.json holds: a title without the signs that no reader sees', async () => {
  const title = 'The \u202eferry\u202c of Low Reed';
  const folder = makeNewsletter({
    ...marsh,
    'articles/ferry.md': marsh['articles/ferry.md'].replace(/^title: .*$/mu, `title: "${title}"`),
  });
  const { out } = await runDigestif(folder, 'explain', 'ferry.md', '--json');
  expect(JSON.parse(out)[0].title).toBe('The ferry of Low Reed');
});
