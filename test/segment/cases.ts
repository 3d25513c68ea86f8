import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, labelLines } from '../../src/segment/label.ts';
import { readLines } from '../../src/segment/lines.ts';
import { segment } from '../../src/segment/segment.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { Article, Paragraph, Part, PartReading, Segmented } from '../../src/types.ts';

/**
 * Text cases: a file holds input, a line with a single full stop, and what is expected.
 * `cases/lines/<rule>.txt` expects the name of a rule for each line that is not blank; the file is named for the rule
 * it is about. `cases/articles/<name>.txt` expects an outline of the articles.
 */
export type Case = { name: string; input: string; expected: string };

export function readCases(folder: string): Case[] {
  const path = join(import.meta.dirname, 'cases', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const [input = '', expected = ''] = readFileSync(join(path, name), 'utf8').split(/^\.\n/mu);
      return { name: name.replace(/\.txt$/u, ''), input, expected: expected.trimEnd() };
    });
}

/** A reading of a pasted text. */
export function readingOf(text: string, file = 'dump.txt'): PartReading {
  const part: Part = { key: `${file}#text`, file, sha256: '', reader: 'text', name: 'text', text };
  return { part, shape: 'dump', metadata: {}, blocks: [] };
}

/** The rule that decided about each line. */
export function nameRules(text: string): string[] {
  const lines = readLines(text);
  return labelLines(lines, createContext(lines)).map((l) => l.rule);
}

const signs = { standfirst: '> ', subhead: '## ', item: '- ', quote: '" ', paragraph: '' } as const;

/** Articles as an editor reads them, then what was left out and why. */
export function outline(text: string): string {
  const { value } = segment(readingOf(text));
  const articles = value.articles.map((a) => outlineArticle(text, a));
  return [...articles, outlineRest(value)].join('\n\n').trimEnd();
}

function outlineArticle(text: string, article: Article): string {
  const facts = [
    ...article.authors.map((a) => `${a.role}: ${a.text}`),
    ...(article.section ? [`section: ${article.section.text}`] : []),
    ...(article.source ? [`source: ${article.source.text}`] : []),
    ...(article.licence ? [`licence: ${article.licence.text}`] : []),
    ...article.dateLines.map((d) => `date: ${d.text}`),
    ...article.captions.map((c) => `caption: ${c.text}`),
    ...(article.truncated ? ['truncated'] : []),
  ];
  return [
    `# ${article.title.text}`,
    ...facts,
    ...article.paragraphs.map((p) => outlineParagraph(text, p)),
  ].join('\n');
}

function outlineParagraph(text: string, paragraph: Paragraph): string {
  const damage = [...new Set(paragraph.damage.map((d) => d.rule))].map((rule) => ` [${rule}]`).join('');
  return `${signs[paragraph.kind]}${joinRanges(text, paragraph.ranges)}${damage}`;
}

function outlineRest({ part, classes }: Segmented): string {
  return classes
    .filter((c) => !['body', 'title', 'metadata'].includes(c.class))
    .map((c) => `(${c.rule}) ${JSON.stringify(part.text.slice(c.start, c.end).trim())}`)
    .join('\n');
}
