import { hash } from 'node:crypto';
import { anew } from '../text/anew.ts';
import type { Remember } from '../types.ts';

/** Keeps what a run made for the runs that follow, as long as they use it. */
export type Cache = {
  /**
   * Does some work that recurs, by its name. What it asks for is kept when it succeeds; what neither this run nor the
   * one before it asked for is dropped. A run that fails changes nothing.
   */
  run: <T>(work: string, perform: (remember: Remember) => Promise<T>) => Promise<T>;
};

/** A result, and what was asked for while it was made: that is used as long as the result is. */
type Entry = { value: unknown; inner: Made };

type Made = Map<string, Entry>;

/** Longer texts are known by their hash, and so are bytes and longer lists of inputs. */
const LONG = 80;
const MANY = 400;

/** An empty cache. It holds at most what two runs made; nothing in it depends on the order of runs. */
export function createCache(): Cache {
  const past = new Map<string, [last: Made, before: Made]>();
  const nameOf = createNamer();
  return {
    run: async (work, perform) => {
      const [last, before]: Made[] = past.get(work) ?? [];
      const made: Made = new Map();
      const result = await perform(createRemember(made, [made, last, before], nameOf));
      past.set(work, [made, last ?? new Map()]);
      return result;
    },
  };
}

function createRemember(
  made: Made,
  known: readonly (Made | undefined)[],
  nameOf: (input: unknown) => string,
): Remember {
  // What is asked for outside of all others is in nobody's making.
  let asked: Made | null = null;
  const make = (perform: () => unknown): Entry => {
    const outer = asked;
    const inner: Made = new Map();
    asked = inner;
    try {
      return { value: perform(), inner };
    } finally {
      asked = outer;
    }
  };
  const find = (key: string): Entry | undefined => {
    for (const entries of known) {
      const entry = entries?.get(key);
      if (entry) return entry;
    }
    return undefined;
  };
  return <T>(name: string, inputs: readonly unknown[], perform: () => T): T => {
    const key = shorten([name, ...inputs.map(nameOf)].join('\n'));
    const entry = find(key) ?? make(perform);
    asked?.set(key, entry);
    keep(key, entry, made);
    return entry.value as T;
  };
}

function keep(key: string, entry: Entry, made: Made): void {
  if (made.has(key)) return;
  made.set(key, entry);
  for (const [innerKey, inner] of entry.inner) keep(innerKey, inner, made);
}

/** For who keeps nothing: everything is made anew. */
export const forgetful: Cache = { run: (_, perform) => perform(anew) };

/** Keys are kept, and one of a file of many parts has a name for each. */
function shorten(key: string): string {
  return key.length > MANY ? hashOf(key) : key;
}

/** Tells inputs apart. An object has a number of its own for as long as it lives. */
function createNamer(): (input: unknown) => string {
  const names = new WeakMap<object, string>();
  let count = 0;
  const nameObject = (input: object): string => {
    if (input instanceof Uint8Array) return `bytes ${hashOf(input)}`;
    count += 1;
    return `object ${count}`;
  };
  return (input) => {
    if (typeof input === 'string')
      return input.length > LONG ? `text ${hashOf(input)}` : JSON.stringify(input);
    if ((typeof input !== 'object' && typeof input !== 'function') || input === null) return String(input);
    const name = names.get(input) ?? nameObject(input);
    names.set(input, name);
    return name;
  };
}

function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64');
}
