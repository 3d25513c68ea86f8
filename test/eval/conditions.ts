/**
 * Conditions of feedparser's suite (`not bozo and entries[0]['title'] == 'x'`): literals, fields, comparisons, `and`,
 * `or`, `not`, `+`, `len()`. They are Python, of which this is the little that they use.
 */

import { readFeedDate } from '../../src/ingest/feed/dates.ts';
import { wordsOfHtml } from '../../src/ingest/feed/words.ts';
import { foldSpace } from '../../src/text/ranges.ts';

export type Condition = { test: (names: Names) => boolean; paths: string[] };
export type Names = { [name: string]: unknown };

type Read = (names: Names) => unknown;

const token =
  /\s*(?:("""[\s\S]*?"""|'''[\s\S]*?'''|u?'(?:[^'\\]|\\[\s\S])*'|u?"(?:[^"\\]|\\[\s\S])*")|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|[()[\]{}.,:+]))/uy;

type Token = { kind: 'text' | 'number' | 'name' | 'sign'; value: string };

function tokensOf(source: string): Token[] {
  const found: Token[] = [];
  for (token.lastIndex = 0; token.lastIndex < source.length; ) {
    const match = token.exec(source);
    if (!match) throw new SyntaxError('not understood');
    const [, text, number, name, sign = ''] = match;
    if (text !== undefined) found.push({ kind: 'text', value: unquote(text) });
    else if (number !== undefined) found.push({ kind: 'number', value: number });
    else found.push(name === undefined ? { kind: 'sign', value: sign } : { kind: 'name', value: name });
  }
  return found;
}

const escapes: { [sign: string]: string } = { n: '\n', t: '\t', r: '\r' };

function unquote(quoted: string): string {
  const inner = quoted.replace(/^u/u, '').replace(/^("""|''')([\s\S]*)\1$|^.([\s\S]*).$/u, '$2$3');
  return inner.replace(
    /\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|([\s\S]))/giu,
    (_, u?: string, wide?: string, x?: string, sign = '') => {
      const code = u ?? wide ?? x;
      return code === undefined
        ? (escapes[sign] ?? (/[\\'"\n]/u.test(sign) ? sign.trimEnd() : `\\${sign}`))
        : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}

/** Throws a SyntaxError for what is not understood. `paths` are the fields asked for, each number of a list a `0`. */
export function parseCondition(source: string): Condition {
  const tokens = tokensOf(source.trim());
  const paths: string[] = [];
  let at = 0;
  const is = (value: string) => tokens[at]?.value === value && tokens[at]?.kind !== 'text';
  const accept = (value: string): boolean => {
    const found = is(value);
    if (found) at += 1;
    return found;
  };
  const expect = (value: string) => {
    if (!accept(value)) throw new SyntaxError(`no ${value}`);
  };

  const readList = (end: string): Read[] => {
    const items: Read[] = [];
    while (!accept(end)) {
      items.push(readOr());
      if (!accept(',')) {
        expect(end);
        break;
      }
    }
    return items;
  };
  const readMap = (): Read => {
    const pairs: [Read, Read][] = [];
    while (!accept('}')) {
      const key = readOr();
      expect(':');
      pairs.push([key, readOr()]);
      accept(',');
    }
    return (names) => Object.fromEntries(pairs.map(([k, v]) => [String(k(names)), v(names)]));
  };
  const readAtom = (): Read => {
    const next = tokens[at++];
    if (!next) throw new SyntaxError('ends early');
    if (next.kind === 'text') return () => next.value;
    if (next.kind === 'number') return () => Number(next.value);
    if (next.value === '(') {
      const items = readList(')');
      const tuple = tokens[at - 2]?.value === ',' || items.length !== 1;
      return tuple ? (names) => items.map((i) => i(names)) : (items[0] as Read);
    }
    if (next.value === '[') {
      const items = readList(']');
      return (names) => items.map((i) => i(names));
    }
    if (next.value === '{') return readMap();
    if (next.kind === 'sign') throw new SyntaxError(next.value);
    if (next.value === 'len') {
      expect('(');
      const [list] = readList(')');
      return (names) => (list?.(names) as unknown[] | undefined)?.length;
    }
    if (next.value === 'True' || next.value === 'False') return () => next.value === 'True';
    if (next.value === 'None') return () => null;
    return readPath(next.value);
  };
  const readPath = (name: string): Read => {
    const keys: string[] = [name];
    for (;;) {
      if (accept('.')) keys.push(tokens[at++]?.value ?? '');
      else if (accept('[')) {
        keys.push(tokens[at++]?.value ?? '');
        expect(']');
      } else if (keys.at(-1) === 'has_key' && accept('(')) {
        keys.splice(-1, 1, tokens[at++]?.value ?? '');
        expect(')');
      } else if (is('(')) throw new SyntaxError('call');
      else break;
    }
    paths.push(keys.map((key) => (/^\d+$/u.test(key) ? '0' : key)).join('.'));
    return (names) => keys.reduce(fieldOf, names as unknown);
  };
  const readSum = (): Read => {
    let left = readAtom();
    while (accept('+')) {
      const [first, second] = [left, readAtom()];
      left = (names) => String(first(names)) + String(second(names));
    }
    return left;
  };
  const readComparison = (): Read => {
    const first = readSum();
    const steps: { sign: string; right: Read }[] = [];
    for (;;) {
      let sign = '';
      if (accept('==')) sign = '==';
      else if (accept('!=')) sign = '!=';
      else if (accept('is')) sign = accept('not') ? '!=' : '==';
      else if (accept('in')) sign = 'in';
      else break;
      steps.push({ sign, right: readSum() });
    }
    if (steps.length === 0) return first;
    return (names) => {
      let left = first(names);
      return steps.every(({ sign, right: read }) => {
        const right = read(names);
        const holds = compare(left, sign, right);
        left = right;
        return holds;
      });
    };
  };
  const readNot = (): Read => {
    if (!accept('not')) return readComparison();
    const inner = readNot();
    return (names) => !isTrue(inner(names));
  };
  const readAnd = (): Read => {
    const all = [readNot()];
    while (accept('and')) all.push(readNot());
    return all.length === 1 ? (all[0] as Read) : (names) => all.every((r) => isTrue(r(names)));
  };
  const readOr = (): Read => {
    const all = [readAnd()];
    while (accept('or')) all.push(readAnd());
    return all.length === 1 ? (all[0] as Read) : (names) => all.some((r) => isTrue(r(names)));
  };

  const read = readOr();
  if (at < tokens.length) throw new SyntaxError('goes on');
  return { test: (names) => isTrue(read(names)), paths };
}

/** `url` and `href` are one name in the suite. */
function fieldOf(value: unknown, key: string): unknown {
  const names = value as Names | null | undefined;
  return names?.[key] ?? (key === 'url' ? names?.['href'] : undefined);
}

function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function compare(left: unknown, sign: string, right: unknown): boolean {
  if (sign === 'in') return typeof right === 'object' && right !== null && String(left) in right;
  return equal(left, right) === (sign === '==');
}

function equal(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return saysSame(left, right);
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return (left ?? '') === (right ?? '');
  const keys = Object.keys(right);
  return (
    keys.length === Object.keys(left).length &&
    keys.every((key) => equal((left as Names)[key], (right as Names)[key]))
  );
}

/** A time is the words that it was read from; markup is compared by its words, as titles are read as text. */
function saysSame(left: string, right: string): boolean {
  if (left === right) return true;
  if (/^\d{4}-\d\d-\d\dT/u.test(left) && readFeedDate(right) === left) return true;
  const wanted = sayings(right);
  return sayings(left).some((words) => words !== '' && wanted.includes(words));
}

/** As it is, without the tags of HTML, without any; of what has no words, a picture say, its tags. */
function sayings(text: string): string[] {
  const bare = wordsOfHtml(text.replace(/<[^<>]*>/gu, ''));
  const tags = (text.match(/<\w+/gu) ?? []).join('');
  return [foldSpace(text), wordsOfHtml(text), bare || tags];
}
