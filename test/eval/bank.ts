import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Invented articles, to be glued into dumps whose truth is known. */
export type Piece = { kind: 'paragraph' | 'subhead' | 'item' | 'caption'; text: string };

export type Story = {
  title: string;
  kind: string;
  lang: string;
  section: string;
  by: string;
  /** YYYY-MM-DD */
  date: string;
  deck: string;
  source: string;
  pieces: Piece[];
};

const marks = { '## ': 'subhead', '- ': 'item', '! ': 'caption' } as const;

function readStory(text: string): Story {
  const [title = '', ...lines] = text.trim().split('\n');
  const fields: { [key: string]: string } = {};
  while (/^[a-z]+:/u.test(lines[0] ?? '')) {
    const [key = '', value = ''] = (lines.shift() ?? '').split(/:\s?(.*)/u);
    fields[key] = value;
  }
  const pieces = lines.map((line): Piece => {
    const mark = Object.entries(marks).find(([sign]) => line.startsWith(sign));
    return mark ? { kind: mark[1], text: line.slice(mark[0].length) } : { kind: 'paragraph', text: line };
  });
  const { kind = '', lang = 'en', section = '', by = '', date = '', deck = '', source = '' } = fields;
  return { title, kind, lang, section, by, date, deck, source, pieces };
}

/** The stories of `bank/`, in order. */
export function readBank(): Story[] {
  return ['english.txt', 'other.txt'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, 'bank', name), 'utf8')
      .split(/^# /mu)
      .slice(1)
      .map(readStory),
  );
}
