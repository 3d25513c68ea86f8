import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { checkClasses } from '../../src/proof/conservation.ts';
import { segment } from '../../src/segment/segment.ts';
import { hideRanges } from '../../src/segment/stated.ts';

const head = '---\nsource: Reed Courier\ndate: 2026-05-14\ntitle: A page\n---\n';
const one =
  'The ferry runs on Sundays again\n\nThe ferry at Low Reed carried 61 passengers on its first Sunday in nine years. It was late.\n';
const two =
  '\n\nA bakery lights its oven with reeds\n\nBy IDA PELL\n\nThe bakery in Sallow has heated its oven with cut reeds since the first of the month.\n';

async function read(text: string) {
  const reading = (await ingest({ path: 'a.txt', bytes: Buffer.from(text) })).value?.parts[0];
  if (!reading) throw new Error('not read');
  return segment(reading).value;
}

test('what stands above several articles holds for each, but not as their title', async () => {
  const { articles, classes, part } = await read(head + one + two);
  expect(articles.map((a) => a.source?.text)).toEqual(['Reed Courier', 'Reed Courier']);
  expect(articles.map((a) => a.metadata['date']?.value)).toEqual(['2026-05-14', '2026-05-14']);
  expect(articles.map((a) => a.title.text)).not.toContain('A page');
  expect(checkClasses({ part, classes })).toBeNull();
  expect(classes[0]).toEqual({ start: 0, end: head.length, class: 'metadata', rule: 'front-matter' });
});

test('above a single article it names it', async () => {
  expect((await read(head + one)).articles.map((a) => a.title.text)).toEqual(['A page']);
});

test('a picture belongs to one article', async () => {
  const stated = '---\nimage: https://reed.example/a.jpg\nphoto_credit: B. Lens\n---\n';
  const [alone] = (await read(stated + one)).articles;
  const { url, credit } = alone?.image ?? {};
  expect([url?.text, credit?.text]).toEqual(['https://reed.example/a.jpg', 'B. Lens']);
  expect((await read(stated + one + two)).articles.map((a) => a.image)).toEqual([undefined, undefined]);
});

test('hiding keeps every offset and line', () => {
  const hidden = hideRanges(head + one, [{ start: 0, end: head.length }]);
  expect(hidden.length).toBe((head + one).length);
  expect(hidden.split('\n').length).toBe((head + one).split('\n').length);
  expect(hidden.trimStart()).toBe(one);
});
