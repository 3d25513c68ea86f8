import { describe, expect, test } from 'vitest';
import { readMailFile } from '../../../src/ingest/mail/mail.ts';
import { segment } from '../../../src/segment/segment.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { letters } from './letters.ts';
import { fileOf } from './mails.ts';

describe('newsletters of many styles', () => {
  test.each(letters)('$name', ({ source, articles, never }) => {
    const reading = readMailFile(fileOf(source), 'mail/1').value?.parts[0];
    if (!reading) throw new Error('no part');
    const found = segment(reading).value.articles;
    expect(found.map((a) => a.title.text)).toEqual(articles.map((a) => a.title));
    for (const [i, { url, words }] of articles.entries()) {
      const body = found[i]?.paragraphs.map((p) => joinRanges(reading.part.text, p.ranges)).join('\n') ?? '';
      expect(body).toContain(words);
      expect(found[i]?.url?.text).toBe(url);
      for (const line of never) expect(body).not.toContain(line);
    }
  });
});
