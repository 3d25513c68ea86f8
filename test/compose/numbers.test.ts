import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../src/compose/excerpts.ts';
import { chooseNumbers, splitSentence } from '../../src/compose/numbers.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import { makeArticle } from '../made-articles.ts';
import { tellArticle } from './told.ts';

/** Figure and label with a bar between them. */
function split(text: string, language = 'en'): string | null {
  const found = splitSentence(text, language);
  return (
    found &&
    `${text.slice(found.figure.start, found.figure.end)} | ${text.slice(found.label.start, found.label.end)}`
  );
}

describe('a figure and all that follows it', () => {
  test.each([
    ['About 640 people rowed to Low Reed for the fair.', 'About 640 | people rowed to Low Reed for the fair'],
    ['The ferry carried 1,204 goats across the sound in May.', '1,204 | goats across the sound in May'],
    ['The wall at Reed is 3.1 metres above the oldest mark.', '3.1 metres | above the oldest mark'],
    [
      'The school has fewer than 40 pupils from the outer islands.',
      'fewer than 40 | pupils from the outer islands',
    ],
    ['Der Hafen zählte rund 2.300 Boote aus allen Dörfern.', null],
    ['Am Fest saßen etwa 400 alte Leute an einem Tisch.', 'etwa 400 | alte Leute an einem Tisch'],
    ['La mairie a compté 1 840 habitants au premier janvier.', '1 840 | habitants au premier janvier'],
    ['La feria reunió a unas 900 personas en el muelle viejo.', null],
  ])('%s', (text, wanted) => {
    const language = /[äöüß]/u.test(text)
      ? 'de'
      : /La mairie/u.test(text)
        ? 'fr'
        : /feria/u.test(text)
          ? 'es'
          : 'en';
    expect(split(text, language)).toBe(wanted);
  });
});

describe('a figure that ends its sentence, and all that stands before', () => {
  test.each([
    ['The new bell of Low Reed weighs 310 kilos.', '310 kilos | The new bell of Low Reed weighs'],
    ['The nurse of the outer islands saw 219 patients.', '219 patients | The nurse of the outer islands saw'],
  ])('%s', (text, wanted) => expect(split(text)).toBe(wanted));
  test.each([
    'The top speed of the ferry is an electronically limited 24 miles.',
    'The harbour holds 270 boats in all weathers, including 12 ferries.',
  ])('a label that leads nowhere without its figure: %s', (text) =>
    expect(split(text)?.startsWith('24') || split(text)?.startsWith('12 ')).not.toBe(true),
  );
});

describe('nothing is taken out of', () => {
  test.each([
    ['a denial', 'The council of Reed did not promise 300 flats for the poor.'],
    ['a doubt', 'The owner claimed that 300 flats had been let to fishermen.'],
    ['a condition', 'The mill would employ 300 people from the upper valley.'],
    ['a clause that belongs to what is left out', 'The man who ate 40 eggs was fined in Reed.'],
    ['a year', 'The wall of Reed was built in 1894 by fishermen.'],
    ['a day', 'The fair begins on 3 May at the old landing stage.'],
    ['a time', 'The ferry left at 09:20 with a band on its deck.'],
    ['a ratio', 'The council of Reed voted by 24 to 3 on Tuesday night.'],
    ['the name of a thing', 'Rule 6 requires that an exhibit be grown alone.'],
    ['a part of a word', 'The 40-metre pipe will carry warmth to the library.'],
    ['speech', 'The mayor said “we have 300 boats” to the paper.'],
    ['a sentence that leans on another', 'It had cost them 300 crowns to mend it.'],
    [
      'a number of what stands before it',
      'Sales of the mill rose to over 29 million in 2019 and fell again.',
    ],
    ['a label of one word', 'In all there were 300 boats.'],
    ['a language we do not know', 'Bátar í höfninni voru 300 talsins í gær.'],
  ])('%s', (what, text) => expect(split(text, what.includes('language') ? 'is' : 'en')).toBeNull());
});

describe('the strip', () => {
  const bodies = [
    'The ferry carried 1,204 goats across the sound in May. Nobody counted the sheep.',
    'About 640 people rowed to Low Reed for the fair. About 650 people rowed home again in the dark.',
    'The new bell of Low Reed weighs 310 kilos.',
    'The nurse of the outer islands saw 219 patients.',
    'The wall at Reed is 3.1 metres above the oldest mark.',
  ];
  const made = bodies.map((body, i) => makeArticle({ id: `story-${i}`, body: [body] }));
  const articles = new Map(made.map(({ article }) => [article.id, article]));
  const candidates = (count: number) =>
    listCandidates(
      made.slice(0, count).map(({ article }) => tellArticle(article)),
      articles,
    );

  test('has at most four, one a story, in the order of the stories, the best of each', () => {
    const numbers = chooseNumbers(candidates(5), 'en');
    expect(numbers.map((n) => n.story)).toEqual(['story-0', 'story-1', 'story-2', 'story-3']);
    expect(numbers[1]?.figure.text).toBe('About 640');
    expect(chooseNumbers(candidates(5), 'en')).toEqual(numbers);
  });
  test('both texts are what their ranges say, within one sentence', () => {
    for (const number of chooseNumbers(candidates(5), 'en')) {
      const text = made.find(({ article }) => article.id === number.story)?.part.text ?? '';
      expect(joinRanges(text, number.figure.ranges)).toBe(number.figure.text);
      expect(joinRanges(text, number.label.ranges)).toBe(number.label.text);
      expect(number.sentence.text).toContain(number.label.text);
      expect(number.sentence.source).toBe('source not stated');
    }
  });
  test('two figures are not worth one', () => expect(chooseNumbers(candidates(2), 'en')).toEqual([]));
  test('a sentence that is a highlight is taken only where nothing else is as good', () => {
    const [first, ...others] = made.map(({ article }) => tellArticle(article));
    const sentence = first && articles.get('story-0')?.sentences.slice(0, 1);
    const shown = first && sentence ? tellArticle(made[0]?.article ?? never(), sentence) : never();
    const numbers = chooseNumbers(listCandidates([shown, ...others], articles), 'en');
    expect(numbers.map((n) => n.story)).not.toContain('story-0');
  });
});

function never(): never {
  throw new Error('the fixture is broken');
}
