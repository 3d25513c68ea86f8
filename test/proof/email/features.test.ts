import { caniemail, rawData } from 'caniemail';
import { expect, test } from 'vitest';
import { findFeatures } from '../../../src/proof/email/features.ts';
import support from '../../../src/proof/email/support.json' with { type: 'json' };
import { openDoc } from '../../../src/proof/markup.ts';
import { makeSupport } from '../../client-support.ts';
import { good } from '../breaks.ts';

/** Something of everything. */
const torture = `<!doctype html><html lang="en" dir="ltr"><head><meta name="color-scheme" content="light dark"><style>
@import "a.css"; @font-face { font-family: x; src: url(x) } @supports (display: grid) { p { display: grid } }
@media (prefers-color-scheme: dark) { p { color: rgb(0 0 0) } } @media (min-width: 400px) { p { z-index: 1 } }
@media (prefers-reduced-motion) { p { transition: none } } @media (orientation: portrait) { p { float: left } }
:root { --a: 1px } p { margin: var(--a); padding: calc(1px + 2vw); width: min(1px, 2px); height: max(1vh, 2rem) }
p > a + b ~ i, #x .y, * { box-shadow: none; border-radius: 3px; background: linear-gradient(red, blue) }
a:hover, a:not(.x), p:first-child, li:nth-child(2), p::before, p::first-letter { text-transform: uppercase }
[lang] { position: absolute; left: 0; opacity: 1; overflow: hidden; visibility: hidden; background-size: cover }
p { color: rgba(0,0,0,.5); font-family: system-ui; width: fit-content; margin-inline-start: 1px; flex-wrap: wrap }
</style></head><body><main><h1 hidden>x</h1><ul><li>x</li></ul><img src="data:," alt="" srcset="data:, 1x" width="1">
<a href="#x" target="_blank">x</a><a href="mailto:x@y.example">x</a><form><input type="checkbox"><select></select>
<textarea></textarea><button type="submit">x</button></form><svg></svg><video></video><audio></audio><wbr>
<table align="left" cellpadding="0" cellspacing="0" background="data:,"><tr><td valign="top" role="cell">x</td></tr></table>
<p aria-label="x" aria-hidden="true" style="display:flex;gap:1px;object-fit:cover;column-count:2">x</p></main></body></html>`;

/** What the npm package finds, by title. It throws where its data have no answer for a program. */
function judge(html: string): Set<string> {
  const programs = ['outlook.windows', 'gmail.mobile-webmail', 'yahoo.android', 'orange.ios'] as const;
  const titles = new Set<string>();
  for (const program of programs) {
    const { issues } = caniemail({ clients: [program], html });
    for (const kind of [issues.errors, issues.warnings])
      for (const { title } of kind.get(program) ?? []) titles.add(title);
  }
  return titles;
}

const known = new Map(support.features.map(({ slug, title }) => [title, slug]));

/** Titles that the package finds and we do not, with why. */
const ours: { [title: string]: string } = {
  overflow: 'it takes overflow-wrap for it',
  background: 'it takes background-color for it',
  border: 'it takes border-radius for it',
  'margin-inline & margin-block': 'it takes margin-inline-start for it',
  'css column properties': 'it takes column-count for it',
};

test.each([
  ['torture', torture],
  ['our email', good.html],
])('the features of %s are those that the npm package finds', (_, html) => {
  const found = new Set(findFeatures(openDoc(html, null)).keys());
  const missed = [...judge(html)].filter((title) => {
    const slug = known.get(title);
    return slug !== undefined && !found.has(slug) && ours[title] === undefined;
  });
  expect(missed).toEqual([]);
});

test('what mail programs know is what the npm package says', () => {
  expect(support, 'run npm run clients').toEqual(JSON.parse(makeSupport()));
  expect(support.features.length).toBeGreaterThan(250);
  expect(rawData.data.length).toBeGreaterThan(support.features.length);
});
