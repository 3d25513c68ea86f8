import { parse, TomlDate, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import { type Entries, type Entry, faultAt } from './entry.ts';
import { holdsOthers, nameOf } from './keys.ts';

/** Reads TOML. The parser tells no places: a value's is looked for on the line of its key, else it is that line. */
export function readToml(source: string, offset: number): Entries {
  try {
    const table = parse(source);
    return {
      entries: Object.entries(table).flatMap(([key, value]) => {
        if (isTable(value) && nameOf(key) === 'image')
          return tableEntries(key, value, source, offset, 'image-');
        if (isTable(value) && holdsOthers(key)) return tableEntries(key, value, source, offset);
        return [entryOf(key, value, source, offset)];
      }),
      fault: null,
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = source.split('\n').slice(0, error.line - 1);
    const at = lines.reduce((sum, line) => sum + line.length + 1, 0);
    return faultAt(error.message.split('\n')[0] ?? '', offset + at);
  }
}

/** A picture may be a table of its own: its address, what it shows, who made it. */
function tableEntries(key: string, table: TomlTable, source: string, offset: number, prefix = ''): Entry[] {
  const head = source.search(new RegExp(`^[ \\t]*(?:\\[[ \\t]*)?${key}\\b`, 'mu'));
  const [before, below] = [source.slice(0, Math.max(0, head)), source.slice(Math.max(0, head))];
  return Object.entries(table).map(([name, value]) => ({
    ...entryOf(name, value, below, offset + before.length),
    key: `${prefix}${name}`,
  }));
}

function isTable(value: TomlValue): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof TomlDate);
}

function entryOf(key: string, value: TomlValue, source: string, offset: number): Entry {
  const name = key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const head = new RegExp(`^[ \\t]*(?:\\[{1,2})?[ \\t]*["']?${name}["']?[ \\t]*(?:=[ \\t]*|[\\].])`, 'mu');
  const found = head.exec(source);
  const start = found ? found.index + found[0].length : 0;
  const feed = source.indexOf('\n', start);
  const line = source.slice(start, feed === -1 ? source.length : feed).trimEnd();
  const text = textsOf(value, line);
  const within = typeof text === 'string' ? line.indexOf(text) : -1;
  const range =
    typeof text === 'string' && within !== -1
      ? { start: start + within, end: start + within + text.length }
      : { start, end: start + line.length };
  return {
    key,
    at: offset + (found?.index ?? 0),
    value: text,
    range: { start: offset + range.start, end: offset + range.end },
  };
}

function textsOf(value: TomlValue, line: string): string | string[] | null {
  if (!Array.isArray(value)) return textOf(value, line);
  return value.flatMap((item) => textOf(item, '') ?? []);
}

/** A text, or of a person the name. A date or a number stays as it was written where it stands alone. */
function textOf(value: TomlValue, line: string): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof TomlDate) return writtenText(line) || value.toISOString();
  if (typeof value !== 'object') return writtenText(line) || String(value);
  const name: unknown = Object.entries(value).find(([key]) => key === 'name')?.[1];
  return typeof name === 'string' ? name : null;
}

function writtenText(line: string): string {
  return line.replace(/#.*$/u, '').trim();
}
