import { expect, test } from 'vitest';
import { meantBy, nameOf } from '../../../src/ingest/front-matter/keys.ts';

test.each([
  ['post_date', 'date'],
  ['canonical-url', 'url'],
  ['publishedAt', 'published'],
  ['date_published', 'published'],
  ['date_updated', 'updated'],
  ['Autorin', 'authors'],
  ['titre', 'title'],
  ['fecha', 'date'],
  ['Quelle', 'source'],
  ['permalink', undefined],
  ['slug', undefined],
  ['constructor', undefined],
])('%s names %s', (key, name) => expect(nameOf(key)).toBe(name));

test.each([
  ['tilte', 'title'],
  ['autors', 'authors'],
  ['licnese', 'license'],
  ['dat', undefined],
  ['tags', undefined],
  ['layout', undefined],
  ['type', undefined],
  ['weather', undefined],
])('%s is meant as %s', (key, meant) => expect(meantBy(key)).toBe(meant));
