import {
  type Alias,
  type Document,
  Lexer,
  type ParseOptions,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

/** What is wrong with a document, in an editor's words, and at which offset of its source. */
export type YamlFault = { message: string; offset: number };

/** Plain data of a YAML document, or what is wrong with its aliases and where. */
export type YamlData = { data: unknown; fault: null } | { data: null; fault: YamlFault };

/** Without a word of its own to the terminal. `fault` is the first that the grammar has. */
export function parseYaml(
  source: string,
  options: Pick<ParseOptions, 'lineCounter' | 'uniqueKeys'> & { schema?: 'core' } = {},
): { document: ReturnType<typeof parseDocument>; fault: YamlFault | null } {
  const document = parseDocument(source, { ...options, prettyErrors: false, logLevel: 'error' });
  const [error] = document.errors;
  return { document, fault: error ? faultOf(error, source) : null };
}

/** What the parser stumbles at is often not what is wrong. */
function faultOf({ code, message, pos: [offset] }: YAMLError, source: string): YamlFault {
  const quote = openQuote(source);
  if (quote !== null)
    return { message: 'a quote that is opened on this line is never closed', offset: quote };
  // Also where a value goes on below itself with such a line.
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { message: 'a value with a colon needs quotes', offset };
  return { message, offset };
}

/**
 * Where a quote is opened that nothing closes before the next key, or null. A later quote may close it for the parser,
 * which then stumbles behind that one. Asked only of a document with a fault: such a text may be meant as it is.
 */
function openQuote(source: string): number | null {
  let at = 0;
  for (const piece of new Lexer().lex(source)) {
    // Marks of the lexer's own stand nowhere in the source.
    const place = source.startsWith(piece, at) ? at : -1;
    if (place < 0) continue;
    at += piece.length;
    const sign = piece[0];
    if (sign !== '"' && sign !== "'") continue;
    const isClosed = piece.length > 1 && piece.endsWith(sign);
    if (!isClosed || /\n[ \t]*[\w-]+:\s/u.test(piece)) return place;
  }
  return null;
}

/** The data of a parsed document. An alias to nothing, or one that unfolds without end, is a fault and not a throw. */
export function dataOf(document: Document): YamlData {
  try {
    return { data: document.toJS(), fault: null };
  } catch (error) {
    return { data: null, fault: { message: (error as Error).message, offset: faultOffset(document) } };
  }
}

/** Where the first alias stands that leads nowhere, else the first of all. */
function faultOffset(document: Document): number {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const bad = aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
  return bad?.range?.[0] ?? 0;
}
