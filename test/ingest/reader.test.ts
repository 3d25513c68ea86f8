import { expect, test } from 'vitest';
import { diagnose } from '../../src/errors.ts';
import { readingOf } from '../../src/ingest/reader.ts';
import { partOf } from './parts.ts';

test('a reading comes with its complaints, or with none', () => {
  const reading = { part: partOf('ebb'), shape: 'dump', metadata: {}, blocks: [] } as const;
  expect(readingOf({ ...reading, blocks: [] })).toEqual({ value: reading, diagnostics: [] });
  const complaint = diagnose('empty-file', 'is empty');
  expect(readingOf({ ...reading, blocks: [] }, [complaint]).diagnostics).toEqual([complaint]);
});
