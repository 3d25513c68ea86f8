import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { parseYaml } from '../../text/yaml.ts';
import { type Entries, type Entry, faultAt } from './entry.ts';
import { holdsOthers, nameOf } from './keys.ts';

/** Reads YAML, and JSON, which is YAML once its tabs are spaces. `offset` is where it begins in the part. */
export function readYaml(source: string, offset: number): Entries {
  const yaml = source.startsWith('{') ? source.replaceAll('\t', ' ') : source;
  // Without its own search for repeated keys, which compares each with all others.
  const { document, fault } = parseYaml(yaml, { schema: 'core', uniqueKeys: false });
  if (fault) return faultAt(fault.message, offset + fault.offset);
  if (document.contents === null) return { entries: [], fault: null };
  if (!isMap(document.contents)) return faultAt('it is not a list of key: value lines', offset);
  const repeated = findRepeated(document.contents.items.map((item) => item.key));
  if (repeated) return faultAt('a key stands twice', offset + (repeated.range?.[0] ?? 0));
  const entryOf = (name: string, key: unknown, value: unknown): Entry => {
    const node = isAlias(value) ? value.resolve(document) : value;
    const at = offset + ((key as Node | null)?.range?.[0] ?? 0);
    const [start = 0, end = start] = (node as Node | null)?.range ?? [];
    return {
      key: name,
      at,
      value: isEmpty(node) ? undefined : fieldValue(node, yaml),
      range: { start: offset + start, end: offset + end },
    };
  };
  const entries = document.contents.items.flatMap(({ key, value }): Entry[] => {
    const name = writtenKey(key);
    // A picture may be a map of its own: its address, what it shows, who made it.
    const prefix = nameOf(name) === 'image' ? 'image-' : holdsOthers(name) ? '' : null;
    if (!isMap(value) || prefix === null) return [entryOf(name, key, value)];
    return value.items.map((item) => entryOf(`${prefix}${writtenKey(item.key)}`, item.key, item.value));
  });
  return { entries, fault: null };
}

function writtenKey(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : '';
}

function findRepeated(keys: readonly unknown[]): Scalar | undefined {
  const seen = new Set<unknown>();
  return keys.filter(isScalar).find((key) => {
    const isKnown = seen.has(key.value);
    seen.add(key.value);
    return isKnown;
  });
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function fieldValue(node: unknown, yaml: string): string | string[] | null {
  if (!isSeq(node)) return textOf(node, yaml);
  return node.items.filter((item) => !isEmpty(item)).flatMap((item) => textOf(item, yaml) ?? []);
}

/** A text, or of a person the name. */
function textOf(node: unknown, yaml: string): string | null {
  if (isScalar(node)) return node.range && node.value !== null ? writtenText(node, yaml) : null;
  return isMap(node) ? textOf(node.get('name', true), yaml) : null;
}

/** A date or a number stays as it was written: 2026-05-14, 007. */
function writtenText(node: Scalar, yaml: string): string {
  return typeof node.value === 'string' ? node.value : yaml.slice(node.range?.[0], node.range?.[1]);
}
