/** Header fields as machines write them into a text: those of a returned mail, of a delivery status, of a complaint. */

/** Values by name in lower case, in order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Lines beyond this many are those of an attack. */
const mostLines = 2000;

/** The first block of fields of a text, up to an empty line; folded lines are joined. What is no field is passed over. */
export function readFields(text: string): Fields {
  return readBlocks(text)[0] ?? new Map();
}

/** All blocks of fields of a text, as empty lines part them. */
export function readBlocks(text: string): Fields[] {
  const blocks: Map<string, string[]>[] = [];
  let block: Map<string, string[]> | null = null;
  let values: string[] | null = null;
  for (const line of text.split(/\r\n|\r|\n/u, mostLines)) {
    const field = /^([!-9;-~]{1,80}):[ \t]*(.*)$/u.exec(line);
    if (line.trim() === '') {
      block = null;
      values = null;
    } else if (/^[ \t]/u.test(line)) {
      if (values) values.push(`${values.pop() ?? ''} ${line.trim()}`);
    } else if (field?.[1]) {
      if (!block) {
        block = new Map();
        blocks.push(block);
      }
      const name = field[1].toLowerCase();
      values = block.get(name) ?? [];
      block.set(name, values);
      values.push((field[2] ?? '').trim());
    } else values = null;
  }
  return blocks;
}

/** The first value of a field, or an empty text. */
export function fieldOf(fields: Fields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}

/** A value such as `rfc822; ada@reed.example` without its type and comments. */
export function untyped(value: string): string {
  return value
    .replace(/^[\w.-]{1,40}[ \t]*;/u, '')
    .replace(/\(([^()]{0,200})\)/gu, '')
    .trim();
}
