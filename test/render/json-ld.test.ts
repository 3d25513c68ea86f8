import { expect, test } from 'vitest';
import { toJsonLd } from '../../src/render/json-ld.ts';

test('no value can end the script element', () => {
  const json = toJsonLd({ name: '</script><!--\u2028&' });
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', name: '</script><!--\u2028&' });
});
