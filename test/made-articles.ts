/** Analyzed articles, pages and stories for the tests of the later stages: every range is a real one. */
import { findSentences } from '../src/analyze/sentences.ts';
import { type EditorPage, emptyPage } from '../src/compose/editor-page.ts';
import type { AnalyzedArticle, DateFinding, Paragraph, Part, Story } from '../src/types.ts';

type Change = Partial<AnalyzedArticle> & { id: string; body?: string[] };

/** An article whose part is its title and its paragraphs, with blank lines between. */
export function makeArticle({ body = [], ...change }: Change): { part: Part; article: AnalyzedArticle } {
  const title = change.title?.text ?? `What became of ${change.id}`;
  const text = [title, ...body].join('\n\n');
  const file = change.file ?? `${change.id}.txt`;
  const part: Part = {
    key: `${file}#text`,
    file,
    sha256: 'a'.repeat(64),
    reader: 'text@1',
    name: 'text',
    text,
  };
  let at = title.length;
  const paragraphs = body.map((words): Paragraph => {
    const start = at + 2;
    at = start + words.length;
    return { kind: 'paragraph', ranges: [{ start, end: at }], damage: [] };
  });
  const bare: AnalyzedArticle = {
    part: part.key,
    number: 1,
    title: { text: title, ranges: [{ start: 0, end: title.length }] },
    authors: [],
    dateLines: [],
    captions: [],
    paragraphs,
    truncated: false,
    metadata: {},
    file,
    sha256: part.sha256,
    reader: part.reader,
    partName: part.name,
    language: 'en',
    dir: 'ltr',
    sentences: [],
    words: text.split(/\s+/u).length,
    minutes: 1,
    date: null,
    ...change,
  };
  return { part, article: { ...bare, sentences: findSentences(part, bare, bare.language) } };
}

/** A date as an article's own line gives it. */
export function makeDate(value: string): DateFinding {
  const precision = value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  return { value, precision, words: { text: value, ranges: [] }, rule: 'front matter', confidence: 1 };
}

export function makePage(change: Partial<EditorPage> = {}): EditorPage {
  return { ...emptyPage('2026-05'), file: '_issues/2026-05.md', ...change };
}

export function makeTestStory(change: Partial<Story> & { id: string }): Story {
  return {
    title: `What became of ${change.id}`,
    url: null,
    source: 'Reed Courier',
    authors: [],
    date: '2026-05-14',
    dateLabel: '14 May',
    minutes: 1,
    language: 'en',
    dir: 'ltr',
    licence: null,
    highlights: [],
    alsoIn: [],
    picture: null,
    ...change,
  };
}
