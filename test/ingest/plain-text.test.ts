import { expect, test } from 'vitest';
import { readPlainText } from '../../src/ingest/plain-text.ts';
import { partOf } from './parts.ts';

test('a pasted text is its lines, which tile it, and nothing is judged', () => {
  const text = '---\ntitle: no\n---\n* ebb *\r\n\r\n> flood';
  const { value, diagnostics } = readPlainText(partOf(text));
  expect(value.shape).toBe('dump');
  expect(value.metadata).toEqual({});
  expect(value.blocks.every((b) => b.kind === 'line' && b.ranges[0] === b.span)).toBe(true);
  expect(value.blocks.map((b) => text.slice(b.span.start, b.span.end)).join('')).toBe(text);
  expect(diagnostics).toEqual([]);
});
