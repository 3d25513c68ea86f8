import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bouncesSchema } from '../src/config/bounces.ts';
import { sendingSchema } from '../src/config/sending.ts';
import { serveSchema } from '../src/config/serve.ts';
import { defaultThemes } from '../src/config/themes.ts';
import { configSchema } from '../src/config.ts';

const least = { title: 'T', url: 'https://reed.example', sender: { name: 'N', email: 'n@reed.example' } };

test('three keys are enough', () => {
  expect(configSchema.parse(least)).toEqual({
    ...least,
    description: '',
    dkim: [],
    language: 'en',
    timeZone: 'UTC',
    period: 'month',
    publish: 'all',
    themes: defaultThemes,
    highlights: 3,
    highlightWords: 110,
    feed: { limit: 24 },
    limits: { emailBytes: 102_400, fileMegabytes: 25, fileSeconds: 60, pictureKilobytes: 200 },
    look: 'digestif',
    sending: sendingSchema.parse({}),
    serve: serveSchema.parse({}),
    bounces: bouncesSchema.parse({}),
    templates: 'templates',
  });
});

describe('values', () => {
  const cases: [key: string, value: unknown, fits: boolean][] = [
    ['timeZone', 'Pacific/Auckland', true],
    ['timeZone', '', false],
    ['timeZone', 'Berlin', false],
    ['language', 'pt-BR', true],
    ['language', '', false],
    ['language', 'en_GB', false],
    ['url', 'http://localhost:8080/news', true],
    ['url', 'ftp://reed.example', false],
    ['url', 'reed.example', false],
    ['subscribeUrl', 'javascript:alert(1)', false],
    ['period', 'quarter', true],
    ['period', 'year', false],
    ['highlights', 0, false],
    ['highlights', 2.5, false],
    ['themes', [], false],
    ['themes', ['Art', 'art'].map((name) => ({ name, seeds: ['a'] })), false],
    ['limits', { emailBytes: 100 }, false],
    ['limits', { fileMegabytes: 0.5 }, true],
    ['extra', 1, false],
  ];
  test.each(cases)('%s: %j fits: %s', (key, value, fits) => {
    expect(configSchema.safeParse({ ...least, [key]: value }).success).toBe(fits);
  });
});

test('every key says what it is for', () => {
  type Schema = { description?: string; properties?: { [key: string]: Schema }; items?: Schema };
  const silent = (schema: Schema, path: string): string[] => [
    ...(schema.description || path === '' || path.endsWith('.*') ? [] : [path]),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => silent(inner, `${path}.${key}`)),
    ...(schema.items ? silent(schema.items, `${path}.*`) : []),
  ];
  expect(silent(z.toJSONSchema(configSchema, { io: 'input' }) as Schema, '')).toEqual([]);
});
