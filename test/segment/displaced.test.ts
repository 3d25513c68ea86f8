import { expect, test } from 'vitest';
import { returnColumns } from '../../src/segment/displaced.ts';
import { buildBlocks } from '../../src/segment/paragraphs.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import { drafts } from './made.ts';

test('a cut column returns to where its sentence goes on, and is marked', () => {
  const text =
    'The dyke road reopens\n\nBy Ann Lee\n\nThe dyke road was opened on Friday after a winter of repairs and of complaints.\n\nCyclists hoped for a trial that drew about the\n\nA winter market\n\nBy Jo Hill\n\nThe market stands on the frozen basin, if it freezes at all this year.\n\nsame number of riders as the fair.\n';
  const columns = drafts(text).map((d) => ({ blocks: buildBlocks(text, d).blocks }));
  returnColumns(text, columns);
  const texts = columns.map((c) => c.blocks.map((b) => joinRanges(text, b.pieces)));
  expect(texts[0]).toHaveLength(1);
  expect(texts[1]?.at(-1)).toBe(
    'Cyclists hoped for a trial that drew about the same number of riders as the fair.',
  );
  expect(columns[1]?.blocks.at(-1)?.damage.map((d) => d.rule)).toContain('displaced-column');
});
