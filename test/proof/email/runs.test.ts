import { expect, test } from 'vitest';
import { compareRuns } from '../../../src/proof/email/runs.ts';
import { openDoc } from '../../../src/proof/markup.ts';
import { makeIssue } from '../../render/fixture.ts';

const issue = makeIssue({ preheader: 'Geese again.' });

test.each<[string, string, string, string[]]>([
  ['the same', '<p>One <b>two</b> three</p>', 'One two\nthree', []],
  ['what is for the list of mails', '<p>Geese again. <a>x</a></p>', 'x', []],
  ['the number of a paragraph', '<p>One <a>¶&nbsp;12</a></p>', 'One', []],
  ['a list', '<ul><li>One</li><li>Two</li></ul>', '- One\n- Two', []],
  ['the name of an address', '<a href="https://a.example">Feed</a>', 'Feed: https://a.example', []],
  ['rules and margins', '<p>One</p><p>·</p>', '=====\n  | One', []],
  ['what a picture shows', '<img alt="A boat">', 'Picture: A boat', []],
  ['more in the HTML', '<p>One <b>two</b></p>', 'One', ['“two” stands in the HTML alone']],
  ['more in the text', '<p>One</p>', 'One\n\nTwo\nthree', ['“Two” stands in the text part alone']],
  [
    'two places',
    '<p>One</p>',
    'Two\nOne\n - Four',
    ['“Two” stands in the text part alone', '“- Four” stands in the text part alone'],
  ],
])('%s', (_, html, text, messages) => {
  const found = compareRuns(openDoc(html, issue), text, issue);
  expect(found.map(({ message }) => message)).toEqual(messages);
});

test('findings have their lines', () => {
  const found = compareRuns(openDoc('<p>One</p>\n<p>Two</p>', issue), 'One\n\nThree', issue);
  expect(found.map(({ line }) => line)).toEqual([2, 3]);
});
