import { splitLines } from '../../text/lines.ts';
import { foldSpace, joinRanges } from '../../text/ranges.ts';
import type { Block, Field, Metadata, PartReading, Range } from '../../types.ts';
import { isByline, isDateLine } from '../document/kinds.ts';
import { partOf, type SourceFile } from '../reader.ts';
import type { Chapter } from './chapter.ts';
import { type BookRole, roleOf } from './roles.ts';
import type { Book } from './shelf.ts';

/** A file of a book that shows text. */
export type BookFile = Chapter & { path: string };

/** A chapter: one file, or several that a converter made of it. */
export type BookChapter = Pick<Chapter, 'text' | 'blocks' | 'title'> & {
  path: string;
  role: BookRole | null;
};

/** The chapters of a book; a file that no list names and that has no heading continues the one before it. */
export function chaptersOf(files: readonly BookFile[], book: Book): BookChapter[] {
  const chapters: BookChapter[] = [];
  const named = files.some((f) => book.labels.has(f.path));
  for (const file of files) {
    const { path, text, blocks, title } = file;
    const last = chapters.at(-1);
    const own = book.labels.has(path) || blocks.some((b) => b.kind === 'heading');
    const role = roleFor(file, book);
    if (last && named && !own && !role && !last.role) append(last, file);
    else chapters.push({ path, text, blocks: [...blocks], title, role });
  }
  return chapters;
}

function roleFor({ path, types, text, blocks }: BookFile, book: Book): BookRole | null {
  if (book.lists.includes(path)) return 'book-contents';
  const [first] = blocks;
  const heading = first?.kind === 'heading' ? joinRanges(text, first.ranges) : '';
  const label = book.labels.get(path) ?? '';
  return roleOf([...types, book.roles.get(path) ?? ''], label) ?? roleOf([], heading);
}

function append(chapter: BookChapter, { text, blocks }: BookFile): void {
  const by = chapter.text.length + 1;
  const move = (r: Range): Range => ({ start: r.start + by, end: r.end + by });
  chapter.text += `\n${text}`;
  for (const block of blocks)
    chapter.blocks.push({
      ...block,
      span: move(block.span),
      ranges: block.ranges.map(move),
      ...(block.unaligned ? { unaligned: block.unaligned.map(move) } : {}),
    });
}

/** A chapter as a part, with what the book says of all of them. `single`: it is the only one. */
export function toReading(
  file: SourceFile,
  reader: string,
  book: Book,
  chapter: BookChapter,
  single: boolean,
): PartReading {
  const { text, role } = chapter;
  const part = partOf(file, reader, keyOf(chapter.path), text);
  if (role) return { part, shape: 'article', metadata: {}, blocks: [besideAll(text, role)] };
  const bare = chapter.blocks.every((b) => b.kind === 'heading' || b.kind === 'image' || b.kind === 'rule');
  if (bare) return { part, shape: 'article', metadata: {}, blocks: [besideAll(text, 'book-part-title')] };
  const metadata = metadataOf(book, chapter, single);
  const title = isHeaded(chapter) ? null : nameOf(book, chapter, single);
  if (title) {
    metadata['title'] = title;
    const blocks = chapter.blocks.filter((b) => b.span.start !== title.range?.start);
    return { part, shape: 'article', metadata, blocks };
  }
  // Without any heading or name it is read as a pasted text is.
  const typed = !chapter.blocks.some((b) => b.kind === 'heading');
  return typed
    ? { part, shape: 'dump', metadata, blocks: linesOf(text) }
    : { part, shape: 'article', metadata, blocks: chapter.blocks };
}

/** A path may hold anything; a key is printed. */
function keyOf(path: string): string {
  return path.toWellFormed().replace(/\p{C}/gu, encodeURIComponent);
}

function linesOf(text: string): Block[] {
  return splitLines(text).map((line) => ({ kind: 'line', span: line, ranges: [line] }));
}

/** Whether a heading stands above the text, or one of the first depth anywhere. */
function isHeaded({ blocks }: BookChapter): boolean {
  const prose = blocks.findIndex((b) => b.kind === 'paragraph');
  return blocks.some((b, i) => b.kind === 'heading' && (b.depth === 1 || i < prose));
}

/** What the lists of the book or the head of the page call a chapter, with its place where its first lines say it. */
function nameOf(book: Book, { path, text, blocks, title }: BookChapter, single: boolean): Field | null {
  const stated = [book.labels.get(path) ?? '', title, single ? book.title : ''];
  const names = stated.map(foldSpace).filter((name) => name !== '' && isTitle(name, book, single));
  for (const block of blocks.slice(0, 3)) {
    const words = joinRanges(text, block.ranges);
    if (names.some((name) => name.toLowerCase() === words.toLowerCase()))
      return { value: words, range: block.span };
  }
  return names[0] === undefined ? null : { value: names[0], range: null };
}

function besideAll(text: string, aside: string): Block {
  return { kind: 'paragraph', span: { start: 0, end: text.length }, ranges: [], aside };
}

function metadataOf(book: Book, { text, blocks }: BookChapter, single: boolean): Metadata {
  const metadata = { ...book.metadata };
  // Who made a book need not have written each chapter: a byline goes first.
  if (blocks.some((b) => isByline(joinRanges(text, b.ranges)))) delete metadata['authors'];
  if (blocks.slice(0, 6).some((b) => isDateLine(joinRanges(text, b.ranges)))) delete metadata['date'];
  const source = single ? book.publisher : book.title;
  if (source !== '') metadata['source'] = { value: source, range: null };
  return metadata;
}

/** Converters give each page the title of the book, or the name of its file. */
function isTitle(words: string, book: Book, single: boolean): boolean {
  return (single || foldSpace(words) !== book.title) && !/\.\w{2,5}$/u.test(words);
}
