/** The sample newsletter: its committed out/ is the golden output. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNewsletter } from '../src/io/newsletter.ts';
import { type Digest, makeDigest } from '../src/pipeline/digest.ts';
import { readPart } from '../src/pipeline/reading.ts';
import { checkBytes, checkClasses } from '../src/proof/conservation.ts';
import { storiesOf, verifyIssue } from '../src/proof/verify.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const strange = fileURLToPath(new URL('strange-machine.ts', import.meta.url));

function filesOf(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const entries = paths.map((e) => join(e.parentPath, e.name));
  return Object.fromEntries(
    entries.sort().map((path) => [relative(folder, path), readFileSync(path, 'latin1')]),
  );
}

/** Builds a copy of the sample in a process of its own and returns its out/. */
async function buildCopy(
  folder: string,
  env: { [name: string]: string },
  ...flags: string[]
): Promise<{ [path: string]: string }> {
  cpSync(join(root, 'articles'), join(folder, 'articles'), { recursive: true });
  cpSync(join(root, 'digestif.config.yaml'), join(folder, 'digestif.config.yaml'));
  await promisify(execFile)(
    process.execPath,
    [...flags, join(root, 'src/main.ts'), 'build', '--folder', folder],
    {
      env: { ...process.env, ...env },
    },
  );
  return filesOf(join(folder, 'out'));
}

describe('the committed out/', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'digestif-sample-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const machines: [string, { [name: string]: string }, string[]][] = [
    ['in New Zealand', { TZ: 'Pacific/Auckland', LC_ALL: 'C' }, []],
    [
      'in Turkey, another year, files backwards',
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      ['--import', strange],
    ],
    // Much as V8 does by itself in a process that holds much code.
    ['with plainly compiled expressions', { TZ: 'UTC' }, ['--no-regexp-optimization']],
  ];
  test.each(machines)('is what a build gives %s', async (name, env, flags) => {
    const built = await buildCopy(join(folder, name), env, ...flags);
    const committed = filesOf(join(root, 'out'));
    expect(Object.keys(built)).toEqual(Object.keys(committed));
    for (const [path, content] of Object.entries(committed))
      expect(built[path] === content, `out/${path} differs`).toBe(true);
  });
});

describe('the sample', () => {
  let digest: Digest;
  beforeAll(async () => {
    const newsletter = loadNewsletter(root);
    const result = await makeDigest(newsletter);
    digest = result.value;
    expect([...newsletter.diagnostics, ...result.diagnostics].filter((d) => d.severity !== 'note')).toEqual(
      [],
    );
  });

  test('accounts for every byte and every unit', () => {
    expect(digest.readings.map(checkBytes).filter((problem) => problem !== null)).toEqual([]);
    expect(digest.parts.map(checkClasses).filter((problem) => problem !== null)).toEqual([]);
  });

  test('quotes nothing that its sources do not say', async () => {
    const files = new Map(loadNewsletter(root).files.map((file) => [file.path, file]));
    const issues = digest.composition.issues.map((i) => i.issue);
    for (const issue of issues) {
      const complaints = await verifyIssue(
        issue,
        ({ file, reader, part }) => {
          const found = files.get(file);
          return found ? readPart(found, reader, part) : null;
        },
        digest.articles,
      );
      expect(complaints).toEqual([]);
    }
    expect(issues.flatMap(storiesOf).flatMap((story) => story.highlights).length).toBeGreaterThan(60);
  });

  test('has learned nothing new about its ids', () => {
    expect(digest.idAdditions).toEqual([]);
  });
});
