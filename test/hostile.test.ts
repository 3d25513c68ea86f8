/** A small, seeded share of `eval:robustness` and `eval:growth`. */
import { afterAll, describe, expect, test } from 'vitest';
import { marsh } from './articles.ts';
import { measureTwice, most, openMeter } from './eval/growth.ts';
import { filesAround } from './eval/inputs/containers.ts';
import { formats } from './eval/inputs/inputs.ts';
import { generators } from './eval/inputs/pathological.ts';
import { tryInputs } from './eval/robustness.ts';
import { makeNewsletter } from './newsletter.ts';
import { runDigestif } from './run.ts';

describe.each(formats)('%s', (format) => {
  test.each(['mutated', 'random', 'pathological'] as const)('survives what is %s', async (kind) => {
    expect(await tryInputs(format, kind, 12, 20260514)).toMatchObject({ throws: 0, sums: 0 });
  });
});

describe('twice the input costs at most three times the work', () => {
  const meter = openMeter('count');
  afterAll(() => meter.close());
  // Of the many generators each format gets its own few, all of them over the formats together.
  const kinds = ['.txt', '.md', '.html', '.eml', '.mbox', '.xml', '.json'];
  test.each(kinds.map((format, k) => [format, k] as const))('%s', async (format, k) => {
    const grown: string[] = [];
    for (const [i, { name }] of generators.entries()) {
      if (i % kinds.length !== k) continue;
      const container = i % filesAround(format, '').length;
      const [one, two] = await measureTwice(meter, { format, container, generator: name, size: 3000 });
      expect(one).toBeGreaterThan(0);
      if (two > most * one) grown.push(`${name}: ${one} -> ${two}`);
    }
    expect(grown).toEqual([]);
  });
});

test('a folder of broken files is built, told about and verified', async () => {
  const prose = 'The ferry of Oldwick left at noon. It carried nine sheep and a piano. Nobody asked why.\n\n';
  const files: { [path: string]: string | Uint8Array } = {};
  for (const format of formats) {
    const [whole = Buffer.alloc(0)] = filesAround(format, prose.repeat(3));
    for (const tenth of [0, 3, 8])
      files[`articles/cut-${tenth}${format}`] = whole.subarray(0, Math.floor((whole.length * tenth) / 10));
  }
  files['articles/nul.txt'] = `a\0b ${prose}`;
  files['articles/two\nlines.md'] = `# Two lines\n\n${prose}`;
  const part = (k: number) => `--b\r\nContent-Type: text/${k % 2 ? 'html' : 'plain'}\r\n\r\n${prose}\r\n`;
  const head = 'From: a@weir.example\r\nSubject: Many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
  const parts = Array.from({ length: 1000 }, (_, k) => part(k)).join('');
  files['articles/parts.eml'] = `${head}${parts}--b--`;
  const folder = makeNewsletter({ ...marsh, ...files });
  const built = await runDigestif(folder, 'build');
  expect(built.err).toMatch(/binary-file/u);
  expect(built.code).toBe(1);
  expect(await runDigestif(folder, 'verify')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/all verbatim/u),
  });
}, 300_000);
