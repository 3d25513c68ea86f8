import { expect, test } from 'vitest';
import { readPlainText } from '../../src/ingest/plain-text.ts';
import { partOf } from './parts.ts';

test('a pasted text is its lines, which tile it, and nothing is judged', () => {
  const text = '---\nAnother paper\n---\n* ebb *\r\n\r\n> flood';
  const { value, diagnostics } = readPlainText(partOf(text));
  expect(value.shape).toBe('dump');
  expect(value.metadata).toEqual({});
  expect(value.blocks.every((b) => b.kind === 'line' && b.ranges[0] === b.span)).toBe(true);
  expect(value.blocks.map((b) => text.slice(b.span.start, b.span.end)).join('')).toBe(text);
  expect(diagnostics).toEqual([]);
});

test('front matter above a pasted text is told apart from it', () => {
  const text = '---\nsource: Reed Courier\ndate: 2026-05-14\n---\nThe ebb\n';
  const { value } = readPlainText(partOf(text));
  expect(Object.keys(value.metadata)).toEqual(['source', 'date']);
  expect(value.blocks.map((b) => b.kind)).toEqual(['front-matter', 'line']);
});
