import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { trayAddresses, trayPage, traysPage } from '../../../src/preview/pages/trays.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

const state = await buildState(files);
const bodyOf = (own: typeof state) => String(traysPage(own).body);
const body = bodyOf(state);

/** The text of one tray. */
const tray = (id: string, from = body) =>
  from.split(`aria-labelledby="${id}"`)[1]?.split('</section>')[0] ?? '';

/** What a tray tells to write, as YAML reads it. */
const decisions = (id: string) =>
  [...tray(id).matchAll(/<pre[^>]*><code>([\s\S]*?)<\/code>/gu)].map(([, lines = '']) =>
    parse(lines.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')),
  );

test('an undated article leads to its source and says which line gives it a date', () => {
  expect(tray('undated')).toContain(
    '<a href="/source/walk.md/#a1"><bdi>A walk around the old sluice</bdi></a>',
  );
  expect(tray('undated')).toContain('no words of it give a date');
  expect(tray('undated')).toContain('<code>articles/_issues/2026-05.md</code>');
  expect(decisions('undated')).toEqual([{ date: { 'a-walk-around-the-old-sluice-1': 'YYYY-MM-DD' } }]);
});

test('a theme to check names both themes, the words, and the line that moves it', () => {
  expect(tray('to-check')).toContain(
    'Went to <b>Bread</b>, though little speaks for it; <b>Water</b> comes next, far behind.',
  );
  expect(decisions('to-check')).toEqual([{ move: { 'a-lamp-for-the-landing-stage-1': 'Water' } }]);
});

test.each([
  [0.1, 'Went to <b>Bread</b>, but <b>Water</b> is almost as likely.'],
  [0.5, 'Went to <b>Bread</b>; <b>Water</b> is less likely, but possible.'],
  [1, 'Went to <b>Bread</b>, though little speaks for it; <b>Water</b> comes next, far behind.'],
])('a lead of %d is said in words', (margin, words) => {
  const groups = state.digest.groups.map((group) => ({
    ...group,
    themeReason: { ...group.themeReason, margin },
  }));
  expect(tray('to-check', bodyOf({ ...state, digest: { ...state.digest, groups } }))).toContain(words);
});

test('a copy says how much it repeats; stories say what they share; both how to part them', () => {
  expect(tray('folded')).toContain('Repeats 100% of <a href="/source/copies/oven%20again.md/#a1">');
  expect(decisions('folded')).toEqual([
    {
      split: [
        [
          'a-bakery-in-sallow-lights-its-oven-with-reeds-2',
          'a-bakery-in-sallow-lights-its-oven-with-reeds-1',
        ],
      ],
    },
  ]);
  expect(tray('stories')).toContain('aria-label="They share"');
  expect(decisions('stories')[1].split[0]).toHaveLength(2);
});

test('files without an article say why', () => {
  expect(tray('not-an-article')).toContain('articles/picture.png');
  expect(tray('not-an-article')).toContain('It is a picture.'.slice(3, -1));
});

test('an empty tray says so in words', () => {
  expect(tray('left-out')).toContain('Nothing is left out.');
  expect(tray('suggestions')).toContain('No theme seems to be missing.');
});

test('names with signs that YAML knows are written so that it reads them', async () => {
  const config = files['digestif.config.yaml'].replace('name: Water', 'name: \'Water: tide, & "mud" #1\'');
  const own = bodyOf(await buildState({ ...files, 'digestif.config.yaml': config }));
  const lines = /<pre[^>]*><code>(move:[\s\S]*?)<\/code>/u.exec(own)?.[1] ?? '';
  const text = lines.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
  expect(Object.values(parse(text).move)).toEqual(['Water: tide, & "mud" #1']);
});

test('what is left out says by whom, and how it comes back', async () => {
  const page = '---\nexclude: [the-ferry-at-low-reed-runs-on-sundays-again-1]\n---\n';
  const own = bodyOf(await buildState({ ...files, 'articles/_issues/2026-05.md': page }));
  expect(tray('left-out', own)).toContain(
    'Waits: left out by _issues/2026-05.md. To take it back in, remove that entry.',
  );
});

test('a tray of thousands has pages of its own, with all its entries', () => {
  const [group] = state.digest.groups.filter(({ themeReason }) => themeReason.unsure);
  if (!group) throw new Error('no group');
  const groups = Array.from({ length: 3000 }, () => group);
  const many = { ...state, digest: { ...state.digest, groups } };
  const rows = (markup: string) => tray('to-check', markup).match(/<li><p class="row-head">/gu);
  expect(rows(bodyOf(many))).toHaveLength(100);
  expect(tray('to-check', bodyOf(many))).toContain('<a rel="next" href="/trays/to-check/2/">');
  const further = trayPage(many, 'to-check', 30);
  expect(rows(String(further?.body))).toHaveLength(100);
  expect(String(further?.body)).toContain('2,901 to 3,000 of 3,000.');
  expect(further?.title).toBe('To check, page 30');
  const addresses = trayAddresses(many).filter((address) => address.includes('to-check'));
  expect([addresses.length, addresses.at(-1)]).toEqual([29, '/trays/to-check/30/']);
  for (const page of [0, 1, 31]) expect(trayPage(many, 'to-check', page)).toBe(null);
  expect(trayPage(many, 'undated', 2)).toBe(null);
  expect(trayPage(many, 'none', 2)).toBe(null);
});

test('a word of an article is a word, not markup', async () => {
  const evil =
    '---\ntitle: "<img src=x onerror=alert(1)>"\nsource: X\n---\n\nThe geese of the old sluice have taken the gate for the third summer in a row.\n';
  const own = bodyOf(await buildState({ ...files, 'articles/<b>.md': evil }));
  expect(own).toContain('&lt;img src=x');
  expect(own).not.toContain('<img');
});
