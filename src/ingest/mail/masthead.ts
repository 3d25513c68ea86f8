import type { Block } from '../../types.ts';

/** Lines that head the contents of a newsletter. */
const contentsHead =
  /^[\W_]*(?:(?:also )?in (?:this|today['’]s|this week['’]s) (?:issue|edition|newsletter|e-?mail|mailing|digest)|inside (?:this issue|today)|(?:table of )?contents|what['’]s inside|in dieser (?:ausgabe|woche)|inhalt(?:sverzeichnis)?|themen(?: dieser ausgabe)?|dans (?:ce numéro|cette édition|cette lettre)|(?:au )?sommaire|en (?:este número|esta edición|este boletín)|contenidos?|(?:nesta|desta) edição|neste número|conteúdo|in questo numero|in questa edizione|sommario|in dit nummer|in deze (?:editie|nieuwsbrief)|inhoud|w tym (?:numerze|wydaniu)|spis treści|i detta nummer|innehåll|в (?:этом )?(?:выпуске|номере)|содержание|目次|目录|本期内容)[\W_]*$/iu;

/** Lines within which a mail comes to its contents. */
const nearTop = 40;

/** Units of a line that may be a text. */
const proseLine = 60;

/**
 * Name, motto and date of a newsletter stand above its contents, and no text: they are no article's. Where a text
 * stands there too, the mail is left as it is.
 */
export function markMasthead(text: string, blocks: readonly Block[]): Block[] {
  const lineOf = ({ span }: Block): string => text.slice(span.start, span.end).trim();
  const filled = blocks.filter((b) => !b.aside && lineOf(b) !== '').slice(0, nearTop);
  const head = filled.find((b) => contentsHead.test(lineOf(b)));
  if (!head) return [...blocks];
  const above = filled.slice(0, filled.indexOf(head));
  if (above.some((b) => isProse(lineOf(b)))) return [...blocks];
  const mast = new Set<Block>([...above, head]);
  return blocks.map((b) => (mast.has(b) ? { ...b, kind: 'line', aside: 'masthead' } : b));
}

/** Rules drawn with signs and addresses may be as long as a sentence. */
function isProse(line: string): boolean {
  return line.length >= proseLine && /\p{L}/u.test(line) && !/https?:/iu.test(line);
}
