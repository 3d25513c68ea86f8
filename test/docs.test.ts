import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeJsonSchema, readmePath, schemaPath, withTable } from './docs.ts';

test('the configuration reference in README.md is what the schema says', () => {
  const readme = readFileSync(readmePath, 'utf8');
  expect(withTable(readme)).toBe(readme);
});

test('digestif.schema.json is what the schema says', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(makeJsonSchema());
});
