import { type Alias, type Document, visit } from 'yaml';

/** Plain data of a YAML document, or what is wrong with its aliases and where. */
export type YamlData =
  | { data: unknown; fault: null }
  | { data: null; fault: { message: string; offset: number } };

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
