import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A source file by its path below src/. */
type Source = { path: string; text: string };

const stages = ['ingest', 'segment', 'analyze', 'group', 'summarize', 'compose', 'render', 'deliver'];
const leaves = ['types', 'errors', 'text'];
const outer = ['pipeline', 'io', 'preview', 'serve'];

/** Who may import whom. Every unit may import itself; `config!` means types only. */
const table: { [unit: string]: string[] } = {
  types: [],
  errors: ['types'],
  config: ['errors'],
  text: ['types'],
  ...Object.fromEntries([...stages, 'proof'].map((unit) => [unit, [...leaves, 'config!']])),
  pipeline: [...stages, 'proof', ...leaves, 'config'],
  io: [...leaves, 'config', 'deliver!'],
  preview: ['pipeline', 'io', 'deliver', 'render', 'proof', ...leaves, 'config'],
  serve: ['pipeline', 'io', 'deliver', 'render', 'proof', ...leaves, 'config'],
  commands: [...outer, 'deliver', 'proof', ...leaves, 'config'],
  cli: ['commands'],
  main: ['cli', 'io', 'errors'],
  'reading-worker': ['pipeline', 'io'],
  'rendering-process': ['pipeline', 'io', 'errors'],
  bin: ['main'],
  index: ['pipeline', ...leaves, 'config'],
};

const pure = new Set([...stages, 'proof', 'text', 'pipeline']);

/** What the pure part must not touch: the same input would no longer give the same bytes. */
const impurities: { name: string; pattern: RegExp }[] = [
  {
    name: 'the file system or network',
    pattern: /from 'node:(?!crypto|buffer)|(?<!\.)\bfetch\(|\bWebSocket\(/u,
  },
  { name: 'the clock', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bdayjs\(\s*\)/u },
  { name: 'randomness', pattern: /\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b|\bgetRandomValues\b/u },
  { name: 'the process', pattern: /\bprocess\./u },
  { name: 'the console', pattern: /\bconsole\./u },
  { name: 'the locale of the machine', pattern: /\.localeCompare\(|\.toLocale\w+\(\s*\)/u },
];

/** Files without a test of their own: data types, the public list of names, the process edge. */
const unmirrored = new Set([
  'types.ts',
  'index.ts',
  'main.ts',
  'bin.js',
  'preview/state.ts',
  'deliver/types.ts',
]);

function unitOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.replace(/\.(?:ts|js)$/u, '');
}

type Import = { target: string; typeOnly: boolean };

function importsOf({ path, text }: Source): Import[] {
  const found = [
    ...text.matchAll(/(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/gu),
  ];
  return found.map((m) => ({
    target: posix.normalize(posix.join(posix.dirname(path), m[2] ?? m[3] ?? '')),
    typeOnly: m[1] !== undefined,
  }));
}

function findForbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const unit = unitOf(source.path);
    const allowed = table[unit];
    if (!allowed) return [`${source.path}: src has no place for "${unit}"`];
    return importsOf(source)
      .filter(({ target, typeOnly }) => {
        const other = unitOf(target);
        return other !== unit && !allowed.includes(other) && !(typeOnly && allowed.includes(`${other}!`));
      })
      .map(({ target }) => `${source.path} imports ${target}`);
  });
}

function findImpurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => pure.has(unitOf(path)))
    .flatMap(({ path, text }) =>
      impurities.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${path} uses ${name}`),
    );
}

/** See `text/any-case.ts`. */
function findModifiers(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path, text }) => path !== 'text/any-case.ts' && /\(\?[ims]*-?[ims]+:/u.test(text))
    .map(({ path }) => `${path} has a modifier in a regular expression`);
}

function findUntested(sources: readonly Source[], hasTest: (path: string) => boolean): string[] {
  return sources
    .map(({ path }) => path)
    .map((path) => [path, path.replace(/\.(?:ts|js)$/u, '.test.ts')] as const)
    .filter(([path, test]) => !unmirrored.has(path) && !hasTest(test))
    .map(([path, test]) => `${path} has no test/${test}`);
}

function readSources(folder = join(root, 'src'), below = ''): Source[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) return readSources(folder, path);
    return /\.(?:ts|js)$/u.test(entry.name) ? [{ path, text: readFileSync(join(folder, path), 'utf8') }] : [];
  });
}

const sources = readSources();

describe('the house', () => {
  test('imports go one way', () => expect(findForbiddenImports(sources)).toEqual([]));
  test('the core is pure', () => expect(findImpurities(sources)).toEqual([]));
  test('what V8 does wrong is not asked of it', () => expect(findModifiers(sources)).toEqual([]));
  test('every file has its test', () => {
    expect(findUntested(sources, (path) => existsSync(join(root, 'test', path)))).toEqual([]);
  });
  test('the folders at the top are the known ones', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((e) => e.isDirectory() && !e.name.startsWith('.') && !['node_modules', 'dist'].includes(e.name))
      .map((e) => e.name);
    expect(folders.sort()).toEqual(['articles', 'out', 'src', 'templates', 'test']);
  });
});

describe('each rule can fail', () => {
  const forbidden: [string, string][] = [
    ['group/a.ts', "import { x } from '../summarize/x.ts';"],
    ['segment/a.ts', "import { config } from '../config.ts';"],
    ['text/a.ts', "import { diagnose } from '../errors.ts';"],
    ['commands/a.ts', "import { compose } from '../compose/compose.ts';"],
    ['io/a.ts', "export { makeDigest } from '../pipeline/digest.ts';"],
    ['cli.ts', "const m = await import('./pipeline/digest.ts');"],
    ['helpers/a.ts', ''],
  ];
  test.each(forbidden)('%s must not say %s', (path, text) => {
    expect(findForbiddenImports([{ path, text }])).toHaveLength(1);
  });
  test('types of the config may be imported by a stage', () => {
    expect(
      findForbiddenImports([{ path: 'group/a.ts', text: "import type { Config } from '../config.ts';" }]),
    ).toEqual([]);
  });
  test('types of what is kept may be imported by io', () => {
    const text = (kind: string): string => `import ${kind}{ State } from '../../deliver/types.ts';`;
    expect(findForbiddenImports([{ path: 'io/state/a.ts', text: text('type ') }])).toEqual([]);
    expect(findForbiddenImports([{ path: 'io/state/a.ts', text: text('') }])).toHaveLength(1);
  });
  const impure = [
    "import { readFileSync } from 'node:fs';",
    'const page = await fetch(url);',
    'const now = new Date();',
    'const now = Date.now();',
    'const n = Math.random();',
    'const zone = process.env.TZ;',
    "console.log('x');",
    'names.sort((a, b) => a.localeCompare(b));',
  ];
  test.each(impure)('the core must not say: %s', (text) => {
    expect(findImpurities([{ path: 'compose/a.ts', text }])).toHaveLength(1);
    expect(findImpurities([{ path: 'io/a.ts', text }])).toEqual([]);
  });
  test.each(['/(?i:a)b/u', '/a(?-i:b)/iu', '/(?ms-i:b)/u'])('no source may hold %s', (text) => {
    expect(findModifiers([{ path: 'text/a.ts', text }])).toHaveLength(1);
  });
  test('a file without a test is found', () => {
    expect(findUntested([{ path: 'text/new.ts', text: '' }], () => false)).toHaveLength(1);
  });
});
