import { expect, test } from 'vitest';
import { siteRules } from '../../../src/segment/rules/site-rules.ts';
import { nameRules } from '../cases.ts';

const names = new Set(siteRules.map((r) => r.name));

test.each([
  'The baker keeps her cookies on the sill.',
  'He has a comment on everything that is said about the ferry.',
  'She found the newsletter under the door and burnt it.',
  'The trending topic of the winter was a bell that nobody had heard.',
])('prose is left alone: %s', (text) =>
  expect(nameRules(text).filter((n) => names.has(n) && n !== 'text')).toEqual([]),
);

test.each([
  ['Advertise in The Ebb Letter.', 'advertisement'],
  ['Redistribution by mail is permitted as long as the tide is named.', 'legal-notice'],
])('%s is %s', (text, rule) => expect(nameRules(text)).toContain(rule));
