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

/** Front matter in any dialect: YAML between `---` lines, TOML between `+++` lines, a JSON object. */
export type DialectBlock = { dialect: 'yaml' | 'toml' | 'json'; source: string; start: number; end: number };

/** Finds front matter of any dialect at the head of an article, or null. */
export function findDialect(text: string): DialectBlock | null {
  const yaml = findFrontMatter(text);
  if (yaml) return { dialect: 'yaml', source: yaml.yaml, start: yaml.start, end: yaml.end };
  return findToml(text) ?? findJson(text);
}

function findToml(text: string): DialectBlock | null {
  const match = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\+\+\+[ \t]*(?:\r?\n|$)/mu.exec(text);
  if (match?.index !== 0) return null;
  const start = match[0].indexOf('\n') + 1;
  return { dialect: 'toml', source: match[1] ?? '', start, end: match[0].length };
}

/** An object that begins with a key on the first lines, up to the brace that closes it. */
function findJson(text: string): DialectBlock | null {
  const open = /^\uFEFF?(?=\{\s*")/u.exec(text);
  if (!open) return null;
  const start = open[0].length;
  let depth = 0;
  for (const match of text.slice(start).matchAll(/"(?:[^"\\\r\n]|\\.)*"|[{}]/gu)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth > 0) continue;
    const close = start + match.index + 1;
    const rest = /^[ \t]*(?:\r?\n|$)/u.exec(text.slice(close, close + 200));
    return rest
      ? { dialect: 'json', source: text.slice(start, close), start, end: close + rest[0].length }
      : null;
  }
  return null;
}
