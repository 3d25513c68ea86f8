import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../src/compose/excerpts.ts';
import { chooseQuote, scoreQuote, splitQuote } from '../../src/compose/quotes.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import { makeArticle } from '../made-articles.ts';
import { tellArticle } from './told.ts';

function split(text: string, language = 'en'): string | null {
  const said = splitQuote(text, language);
  return (
    said && `${text.slice(said.words.start, said.words.end)} ~ ${text.slice(said.by.start, said.by.end)}`
  );
}

test.each([
  [
    'en',
    '“The tide was here before the council,” said Ida Pell.',
    'The tide was here before the council ~ Ida Pell',
  ],
  [
    'en',
    '"The tide was here before the council," Ida Pell, who rows, said.',
    'The tide was here before the council ~ Ida Pell, who rows',
  ],
  [
    'en',
    '“Who moved the old landing stage?” asked the harbour master, Bo Lind.',
    'Who moved the old landing stage? ~ asked the harbour master, Bo Lind',
  ],
  [
    'en',
    'Ida Pell wrote: “The tide was here before the council.”',
    'The tide was here before the council. ~ Ida Pell',
  ],
  [
    'de',
    '„Die Flut war lange vor dem Rat da“, sagte Ida Pell.',
    'Die Flut war lange vor dem Rat da ~ Ida Pell',
  ],
  [
    'fr',
    '« La marée était là avant le conseil », dit Ida Pell.',
    'La marée était là avant le conseil ~ Ida Pell',
  ],
  [
    'zh-Hans',
    '“潮水比镇议会来得早，也比镇议会走得晚，”船夫何大海说。',
    '潮水比镇议会来得早，也比镇议会走得晚 ~ 船夫何大海',
  ],
])('%s %s', (language, text, wanted) => expect(split(text, language)).toBe(wanted));

describe('no quote is', () => {
  test.each([
    ['one without its speaker', '“The tide was here before the council.”'],
    ['one by a pronoun', '“The tide was here before the council,” she said.'],
    ['one whose speaker has no name', '“The tide was here before the council,” said the man.'],
    ['one that begins in the middle', '“before the council the tide was here,” said Ida Pell.'],
    ['one in two pieces', '“The tide,” said Ida Pell, “was here before the council.”'],
    ['a play', '“The tide was here before the council”, a play by Ida Pell.'],
    [
      'what comes after a remark',
      'Then there was the letter from Ida Pell: “The tide was here before the council.”',
    ],
    ['one with words left out', '“The tide was here … before the council,” said Ida Pell.'],
    ['a few words', '“The tide,” said Ida Pell.'],
    [
      'a title in marks',
      'The play is called “The tide was here before the council” and sells out in Reed.'.replace(
        ' and sells out in Reed',
        ' and it lasts four hours, in which nobody in the whole of Reed or beyond speaks a single word of it to anyone',
      ),
    ],
    ['a sentence without marks', 'The tide was here before the council, said Ida Pell.'],
  ])('%s', (_, text) => expect(split(text)).toBeNull());
});

test('of a language that we do not know nothing is chosen', () => {
  expect(split('“Flóðið var hér á undan ráðinu,” sagði Ida Pell.', 'is')).toBeNull();
});

test('names and roles weigh more than what points elsewhere', () => {
  const words = 'The tide was here before the council, and it will be here after it';
  expect(scoreQuote(words, 'Ida Pell, ferrywoman')).toBeGreaterThan(scoreQuote(words, 'Ida Pell'));
  expect(scoreQuote(words, 'Ida Pell')).toBeGreaterThan(scoreQuote(words, 'Ida'));
  expect(scoreQuote(words, 'Ida Pell')).toBeGreaterThan(scoreQuote(words.replace('The', 'That'), 'Ida Pell'));
});

describe('the quote of an issue', () => {
  const make = (id: string, ...body: string[]) => makeArticle({ id, body });
  const plain = make('plain', 'Nobody said a word. The tide went out.');
  const rowed = make(
    'rowed',
    'The boat came in.',
    '“We rowed until the bell of Reed stopped ringing,” said Ida Pell.',
  );
  const told = make(
    'told',
    'The mill is shut. “The mill was never as loud as it is now that it is quiet,” said Bo Lind, a miller.',
  );
  const articles = new Map([plain, rowed, told].map(({ article }) => [article.id, article]));
  const all = [plain, rowed, told].map(({ article }) => tellArticle(article));

  test('is the best, and proved by its ranges', () => {
    const quote = chooseQuote(listCandidates(all, articles), 'en', '2026-05');
    expect(quote).toMatchObject({
      story: 'told',
      by: { text: 'Bo Lind, a miller' },
      dateLabel: 'date not stated',
    });
    expect(joinRanges(told.part.text, quote?.words.ranges ?? [])).toBe(
      'The mill was never as loud as it is now that it is quiet',
    );
  });
  test('is rather one that is no highlight', () => {
    const shown = all.map((t, i) =>
      i === 2 ? tellArticle(told.article, told.article.sentences.slice(1)) : t,
    );
    expect(chooseQuote(listCandidates(shown, articles), 'en', '2026-05')?.story).toBe('rowed');
  });
  test('is none where nobody speaks', () => {
    expect(chooseQuote(listCandidates(all.slice(0, 1), articles), 'en', '2026-05')).toBeNull();
  });
});
