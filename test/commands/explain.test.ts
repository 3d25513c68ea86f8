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

test('what is told together says why, and whose words a highlight has', async () => {
  const write = (title: string, source: string, body: string): string =>
    `---\ntitle: ${title}\nsource: ${source}\ndate: 2026-05-14\n---\n\n${body}\n`;
  const first = write(
    'Surge breaks the sluice at Low Reed',
    'Reed Courier',
    'The surge of Tuesday broke the sluice gate at Low Reed and flooded forty hectares of Brask marsh. Nobody was hurt in the village that night, and the gate keeper swam home.',
  );
  const second = write(
    'Brask marsh under water after the surge',
    'Brask Herald',
    'Brask marsh stands under water: on Tuesday a surge went through the sluice gate of Low Reed over forty hectares. Six cows of the Lund farm had to swim to the dyke.',
  );
  const folder = makeNewsletter({
    ...marsh,
    'articles/a.md': first,
    'articles/b.md': second,
    'articles/c.md': first.replace('Courier', 'Post'),
  });
  const { out } = await runDigestif(folder, 'explain', 'sluice at low reed');
  expect(out).toMatch(/story +told with "Brask marsh under water after the surge"; they share: .*sluice/u);
  expect(out).toMatch(
    /copy +\d+% of its runs of three words are in "Surge breaks the sluice at Low Reed" too/u,
  );
  expect(out).toMatch(/place +folded: near-copy of/u);
});

test('a sealed issue keeps its highlights, not their reasons', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'approve', '2026-05');
  const { out } = await runDigestif(folder, 'explain', 'ferry.md');
  expect(out).toContain('sealed with its issue: the reasons went with the draft');
});
