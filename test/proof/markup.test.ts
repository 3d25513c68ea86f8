import { expect, test } from 'vitest';
import { inherited, lineOf, nodesBelow, openDoc, squeeze, textIn } from '../../src/proof/markup.ts';
import { makeIssue, makeStory, makeTheme } from '../render/fixture.ts';

const issue = makeIssue({ themes: [makeTheme('Bells', [makeStory('a', { title: 'A bell' })])] });
const doc = openDoc(
  `<body lang="en">
<h2>Bells</h2>
<h3>A <i>bell</i></h3><p>rings</p><style>p{}</style>
<h2>Next</h2><p>x</p></body>`,
  issue,
);

test('a story ends with what its title stands in, as before the foot of a mail', () => {
  const mail = openDoc(
    '<table><tr><td><h3>A bell</h3><div><p>rings</p></div></td><td><p>Unsubscribe</p></td></tr></table>',
    issue,
  );
  const [rings, foot] = mail.elements.filter((e) => e.tagName === 'p');
  if (!rings || !foot) throw new Error('no paragraphs');
  expect([mail.storyOf(rings), mail.storyOf(foot)]).toEqual(['a', null]);
});

test('an element knows its line, its story and what it inherits', () => {
  const [rings, x] = doc.elements.filter((e) => e.tagName === 'p');
  if (!rings || !x) throw new Error('no paragraphs');
  expect([lineOf(rings), doc.storyOf(rings)]).toEqual([3, 'a']);
  expect([lineOf(x), doc.storyOf(x)]).toEqual([4, null]);
  expect(inherited(x, 'lang')).toBe('en');
  expect(inherited(x, 'dir')).toBeUndefined();
});

test('text is what is seen', () => {
  expect(squeeze(textIn(doc.root))).toBe('BellsAbellringsNextx');
});

test('depth is no danger', () => {
  const deep = openDoc(`${'<i>'.repeat(400)}x`, null);
  expect([...nodesBelow(deep.root)].length).toBeGreaterThan(400);
  expect(squeeze(textIn(deep.root))).toBe('x');
});
