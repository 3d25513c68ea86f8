import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { segment } from '../../src/segment/segment.ts';
import { ferry } from '../articles.ts';

const options = {
  language: 'en',
  timeZone: 'UTC',
  ids: new Map<string, string>(),
  dates: new Map<string, { value: string; file: string }>(),
};

async function read(text: string) {
  const reading = (await ingest({ path: 'a.md', bytes: Buffer.from(text) })).value;
  return (reading?.parts ?? []).map((part) => segment(part).value);
}

test('an article gets id, language, reading time and date', async () => {
  const { value, diagnostics } = await analyze(await read(ferry), options);
  expect(diagnostics).toEqual([]);
  expect(value.articles[0]).toMatchObject({
    id: 'the-ferry-at-low-reed-runs-on-sundays-again-1',
    language: 'en',
    dir: 'ltr',
    minutes: 1,
  });
  expect(value.articles[0]?.date).toMatchObject({ value: '2026-05-14', rule: 'stated', confidence: 1 });
  expect(value.idAdditions.map(([form]) => form.split(':')[0])).toEqual(['text', 'title', 'url']);
});

test('a stated language counts, another is found', async () => {
  const stated = await analyze(await read(ferry.replace('source:', 'language: nl\nsource:')), options);
  expect(stated.value.articles[0]?.language).toBe('nl');
  const french =
    "---\ntitle: Le four de Sallow\n---\n\nLe four du village a été rallumé samedi matin par les habitants, qui l'attendaient depuis douze ans avec une patience de pêcheurs.\n";
  expect((await analyze(await read(french), options)).value.articles[0]?.language).toBe('fr');
});

test('what is stated but cannot be used is said with its line', async () => {
  const broken = ferry.replace('2026-05-14', 'next Tuesday').replace('https://courier', 'javascript:courier');
  const { value, diagnostics } = await analyze(await read(broken), options);
  expect(diagnostics.map((d) => [d.code, d.line])).toEqual([
    ['bad-url', 6],
    ['bad-date', 5],
  ]);
  expect(value.articles[0]?.url).toBeUndefined();
});

test("the editor's date prevails; one that is none is reported", async () => {
  const id = 'the-ferry-at-low-reed-runs-on-sundays-again-1';
  const given = (value: string) => ({
    ...options,
    dates: new Map([[id, { value, file: '_issues/2026-06.md' }]]),
  });
  expect((await analyze(await read(ferry), given('2026-06-02'))).value.articles[0]?.date).toMatchObject({
    value: '2026-06-02',
    rule: 'editor',
  });
  expect((await analyze(await read(ferry), given('June'))).diagnostics).toMatchObject([
    { code: 'bad-date', file: '_issues/2026-06.md' },
  ]);
});
