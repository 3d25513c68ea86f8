import { expect, test } from 'vitest';
import { readLicence, readSource } from '../../src/segment/sources.ts';
import { labelled } from './made.ts';

function read(text: string) {
  const [line] = labelled(text).lines;
  return line ? [readSource(text, line)?.text ?? null, readLicence(text, line)?.text ?? null] : [];
}

test.each([
  ['Source: The Lindow Bugle', 'The Lindow Bugle', null],
  ['来源：云岭日报', '云岭日报', null],
  ['This article was first published by The Lindow Bugle.', 'Lindow Bugle', null],
  [
    'This article is republished from The Tern under a Creative Commons license. Read the original article.',
    'Tern',
    'Creative Commons license',
  ],
  ['Source link', null, null],
])('%s', (text, source, licence) => {
  const [foundSource, foundLicence] = read(text);
  expect(foundSource?.replace(/^The /u, '') ?? null).toBe(source?.replace(/^The /u, '') ?? null);
  expect(foundLicence).toBe(licence);
});
