import { expect, test } from 'vitest';
import {
  isAdvertisementHead,
  isButton,
  isCommentHead,
  isCookieNotice,
  isListHead,
  isReadAlso,
} from '../../../src/segment/rules/site-words.ts';

const questions = {
  isAdvertisementHead,
  isButton,
  isCommentHead,
  isCookieNotice,
  isListHead,
  isReadAlso,
};

test.each<[text: string, asked: keyof typeof questions]>([
  ['Aceitar todos', 'isButton'],
  ['Przejdź do treści', 'isButton'],
  ['Отклонить', 'isButton'],
  ['すべて許可', 'isButton'],
  ['S’abonner', 'isButton'],
  ['Publicidade', 'isAdvertisementHead'],
  ['Reklama', 'isAdvertisementHead'],
  ['I più letti', 'isListHead'],
  ['人気記事', 'isListHead'],
  ['Comentários (14)', 'isCommentHead'],
  ['Ваш адрес электронной почты не будет опубликован.', 'isCommentHead'],
  ['Questo sito utilizza i cookie per migliorare la navigazione.', 'isCookieNotice'],
  ['我们使用Cookie来改善您的体验。', 'isCookieNotice'],
  ['Czytaj też: Koza zjadła jedenaście paczek', 'isReadAlso'],
])('%s: only %s', (text, asked) =>
  expect(Object.entries(questions).flatMap(([name, ask]) => (ask(text) ? [name] : []))).toEqual([asked]),
);

test.each([
  'A ponte de pedra fecha na segunda-feira por onze semanas.',
  'Reklama tego lata kosztowała gminę dwieście koron.',
  'Il fornaio tiene i cookie sul davanzale.',
  'Популярное имя осталось прежним.',
])('prose is none of them: %s', (text) =>
  expect(Object.values(questions).some((ask) => ask(text))).toBe(false),
);
