import type { GroupInput } from '../../src/group/group.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { textOf, titleOf } from './rows.ts';

/** A row of a labelled set. */
export type ArticleRow = {
  id: string | number;
  title?: string;
  text: string;
  date?: string;
};

/** The sentences of a text whose paragraphs are lines. */
export function sentencesOf(text: string, language = 'en'): string[] {
  return text
    .split('\n')
    .flatMap((line) => splitSentences(line, language).map(({ start, end }) => line.slice(start, end)));
}

/** An article as grouping reads it. `position` orders articles of equal rights and keeps double ids apart. */
export function toInput(row: ArticleRow, position: number, language = 'en'): GroupInput {
  const id = idAt(position);
  return {
    id,
    file: id,
    part: id,
    language,
    title: { text: titleOf(row) },
    sentences: sentencesOf(textOf(row), language).map((text) => ({
      text,
      tokens: tokenize(text, language).map((token) => token.text),
    })),
    date: typeof row.date === 'string' && row.date !== '' ? { value: row.date.slice(0, 10) } : null,
    metadata: {},
  };
}

/** The id under which `toInput` files a row. */
export function idAt(position: number): string {
  return String(position).padStart(7, '0');
}
