import { expect, test } from 'vitest';
import { knowsOpeners, pointsOutside } from '../../src/summarize/openers.ts';

test.each([
  ['(He left.)', 'en', true],
  ['— It left.', 'en-GB', true],
  ['Even so, the ferry sailed.', 'en', true],
  ['Some of them stayed in Reed.', 'en', true],
  ['Some of the boats stayed in Reed.', 'en', false],
  ['The heaviest of them weighs 612 kilos.', 'en', true],
  ['The heaviest of the bells weighs 612 kilos.', 'en', false],
  ['Two years later the pier fell.', 'en', true],
  ['Since then the pier has stood.', 'en', true],
  ['Since May the pier has stood.', 'en', false],
  ['In it, the mayor thanks the crew.', 'en', true],
  ['In Reed, the mayor thanks the crew.', 'en', false],
  ['The incident closed the pier.', 'en', true],
  ['The pier closed for a year.', 'en', false],
  ['Staying in Reed, however, costs nothing.', 'en', true],
  ['Others never came to Reed.', 'en', true],
  ['It left.', 'sv', false],
  ['Das sagte der Hafenmeister am Montag.', 'de', true],
  ['Das Boot lag am Montag im Hafen.', 'de', false],
  ['Daraufhin fuhr das Boot.', 'de', true],
  ['En outre, le port ferme.', 'fr', true],
  ['Le port ferme lundi.', 'fr', false],
  ['No obstante, el puerto cierra.', 'es', true],
  ['Tuttavia il porto chiude.', 'it', true],
  ['Porém o porto fecha.', 'pt', true],
  ['Daarna sloot de haven.', 'nl', true],
  ['Она ушла.', 'ru', true],
  ['Потом порт закрыли.', 'ru', true],
  ['Онега ушла.', 'ru', false],
  ['لكن الميناء أغلق.', 'ar', true],
  ['הוא עזב את הנמל.', 'he', true],
  ['它走了。', 'zh-Hant', true],
  ['随后港口关闭。', 'zh', true],
  ['しかし港は閉まった。', 'ja', true],
  ['그러나 항구는 닫혔다.', 'ko', true],
])('%s (%s) points outside: %s', (text, language, outside) => {
  expect(pointsOutside(text, language)).toBe(outside);
});

test('a language without a list is known to have none', () => {
  expect([knowsOpeners('de-AT'), knowsOpeners('sv'), knowsOpeners('constructor')]).toEqual([
    true,
    false,
    false,
  ]);
});
