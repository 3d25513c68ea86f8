import { expect, test } from 'vitest';
import { formatSeal, parseSeal, type Seal } from '../../src/compose/seals.ts';
import { makeTestStory } from '../made-articles.ts';

const seal: Seal = {
  version: 1,
  approved: '2026-06-01T08:00:00.000Z',
  revised: '2026-06-02T08:00:00+02:00',
  revision: 2,
  open: false,
  page: '',
  articles: ['eels-1'],
  hashes: { 'email.html': 'ab' },
  issue: {
    key: '2026-05',
    label: 'May 2026',
    number: 3,
    language: 'en',
    dir: 'ltr',
    title: 'The eel month',
    subject: 'S',
    preheader: 'P',
    letter: 'L',
    published: '',
    updated: '',
    sealed: true,
    lead: { ...makeTestStory({ id: 'ferry-1' }), theme: 'Tide' },
    themes: [{ id: 'tide', name: 'Tide', minutes: 1, stories: [makeTestStory({ id: 'eels-1' })] }],
    counts: { stories: 1, sources: 1, articles: 1, minutes: 1 },
  },
};

// Bytes of a sealed issue, its slot tokens among them, hang on the order of its keys.
test('a seal is read as it was written, to the byte', () => {
  const text = formatSeal(seal);
  const { value, diagnostics } = parseSeal('f', text);
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(seal);
  expect(value && formatSeal(value)).toBe(text);
});

const broken: [what: string, text: string][] = [
  ['nothing', ''],
  ['half a file', formatSeal(seal).slice(0, 200)],
  ['null', 'null'],
  ['another version', formatSeal({ ...seal, version: 2 as 1 })],
  ['no time', formatSeal({ ...seal, approved: 'yesterday' })],
  ['no list of articles', formatSeal({ ...seal, articles: 'eels-1' as unknown as string[] })],
  ['themes without stories', formatSeal(seal).replace('"stories": [', '"storys": [')],
  ['a lead without an id', formatSeal(seal).replace('"id": "ferry-1"', '"id": 7')],
];
test.each(broken)('%s is an error and counts as absent', (_, text) => {
  const { value, diagnostics } = parseSeal('_issues/2026-05.seal.json', text);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'bad-seal', severity: 'error', file: '_issues/2026-05.seal.json' },
  ]);
});
