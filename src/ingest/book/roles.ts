/** What a file of a book is, if it is no chapter: the rule by which it stands beside the articles. */
export type BookRole =
  `book-${'cover' | 'contents' | 'copyright' | 'title-page' | 'index' | 'matter' | 'notes'}`;

/** By the words of EPUB's own vocabulary, which body, section, guide and landmarks use. */
const byType: [RegExp, BookRole][] = [
  [/^cover(?:-?page)?$/u, 'book-cover'],
  [/^(?:toc|lo[ift]|landmarks|page-list)$/u, 'book-contents'],
  [/^(?:copyright-?page|copyright|colophon|imprint|imprimatur)$/u, 'book-copyright'],
  [/^(?:title-?page|half-?titlepage|dedication|epigraph|seriespage)$/u, 'book-title-page'],
  [/^(?:index|glossary|bibliography|keywords)$/u, 'book-index'],
  [/^(?:notes|footnotes|endnotes|rearnotes)$/u, 'book-notes'],
  [/^(?:acknowledge?ments|contributors|other-credits|errata|loc)$/u, 'book-matter'],
];

/** By the label in the list of chapters, or the heading of a file: only where it is nothing else. */
const byLabel: [RegExp, BookRole][] = [
  [/^(?:(?:front |book )?cover|umschlag|couverture|cubierta|copertina)$/iu, 'book-cover'],
  [
    /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|inhoud)$/iu,
    'book-contents',
  ],
  [
    /^(?:copyright(?: page| notice)?|colophon|imprint|impressum|legal notice|mentions légales)$/iu,
    'book-copyright',
  ],
  [/^(?:(?:half[- ]?)?title ?page|titelseite|dedication|epigraph|page de titre)$/iu, 'book-title-page'],
  [/^(?:index|register|glossary|bibliography|glossar|works cited|references)$/iu, 'book-index'],
  [/^(?:notes|footnotes|endnotes|anmerkungen)$/iu, 'book-notes'],
  [
    /^(?:acknowledge?ments|about the (?:authors?|publisher|press)|also by .{2,60}|newsletter sign-?up|other (?:books|titles) .{2,60})$/iu,
    'book-matter',
  ],
];

/** The role of a file by what it or the lists of the book say, or null for a chapter. */
export function roleOf(types: readonly string[], label: string): BookRole | null {
  for (const type of types) {
    const found = byType.find(([pattern]) => pattern.test(type.toLowerCase()));
    if (found) return found[1];
  }
  return byLabel.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null;
}
