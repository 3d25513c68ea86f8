/** YAML between `---` lines at the head of a text: its source, where that begins, and where the text goes on. */
export type FrontMatterBlock = { yaml: string; start: number; end: number };

/** Finds front matter, or null. A byte order mark before it does no harm. */
export function findFrontMatter(text: string): FrontMatterBlock | null {
  const match = /^\uFEFF?---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:^|\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/mu.exec(text);
  if (match?.index !== 0) return null;
  return {
    yaml: match[1] ?? '',
    start: match[0].search(/[\r\n]/u) + (/^[^\r\n]*\r\n/u.test(match[0]) ? 2 : 1),
    end: match[0].length,
  };
}
