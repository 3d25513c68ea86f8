import { expect, test } from 'vitest';
import { createStands, rejectAlone } from '../../src/summarize/readable.ts';
import { makeArticle } from '../made-articles.ts';

const rejections = (body: string[], title = 'A title of its own'): (string | null)[] =>
  rejectAlone(makeArticle({ id: 'a', title: { text: title, ranges: [] }, body }).article);

test('what stands inside a long quotation is no statement of the article', () => {
  const body = [
    '“We on this coast are more than tired of all the letters. The ministry in Garrow has hidden eleven million crowns from the fishers. Every winter it promises another pier to another village. We will not wait for the next one,” said Mrs Ada Pell. The wall stood through the winter of 1968 without a crack.',
  ];
  const found = rejections(body);
  expect(found.slice(1, 3)).toEqual(['inside a quotation', 'inside a quotation']);
  expect(found.at(-1)).toBeNull();
});

test('a name is told once, and the surname alone only after it', () => {
  const [, second] = rejections([
    'Mara Campbell has kept the light at Low Reed for nine years.',
    '“Nobody on the mainland can see it from there,” said Campbell.',
  ]);
  expect(second).toBe('speaker not named');
  expect(
    rejections(['Rents rose.', '“Nobody on the mainland can see it from there,” said Campbell.'])[1],
  ).toBeNull();
});

test('what was named before, and is not in the title, is taken up', () => {
  const body = [
    'A dredging company from Garrow has been at work in the estuary since May.',
    'The company struggled to find a crew that knew the tides.',
  ];
  expect(rejections(body)[1]).toBe('known from before');
  expect(rejections(body, 'The company that dredges the estuary')[1]).toBeNull();
  expect(rejections([body[0] ?? '', 'The company struggled to find a crew in Garrow.'])[1]).toBeNull();
});

test('what other stories say word for word is not told', () => {
  const { article } = makeArticle({
    id: 'a',
    body: ['The Courier of Low Reed was founded by Ottilie Brack in 1902.'],
  });
  expect(rejectAlone(article, new Set([0]))).toEqual(['in other stories too']);
  expect(rejectAlone(article, new Set([1]))).toEqual([null]);
});

test('a text without capitals may begin without', () => {
  expect(
    rejections([
      'the council of low reed froze all harbour rents.',
      'nobody in the harbour had expected that much.',
    ]),
  ).toEqual([null, null]);
});

test('a run is judged as one text', () => {
  const { article } = makeArticle({
    id: 'a',
    title: { text: 'Rents', ranges: [] },
    body: ['The council of Low Reed froze the harbour rents.', 'It is the first time that it did so.'],
  });
  const found = rejectAlone(article);
  const stands = createStands(article, () => found);
  expect(found).toEqual([null, 'dangling opener']);
  expect([stands({ first: 1, last: 1 }), stands({ first: 0, last: 1 })]).toEqual([false, true]);
});
