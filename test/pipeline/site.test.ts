import { expect, test } from 'vitest';
import { parseConfig } from '../../src/io/config-file.ts';
import { siteOf } from '../../src/pipeline/site.ts';
import { config } from '../newsletter.ts';

test('the address is written as browsers do, without a slash at its end', () => {
  const of = (url: string): string =>
    siteOf(parseConfig(config.replace('https://reedpost.example', url)).config).url;
  expect(of('https://REED.example/our letter/')).toBe('https://reed.example/our%20letter');
  expect(of('https://riet.example/')).toBe('https://riet.example');
});
