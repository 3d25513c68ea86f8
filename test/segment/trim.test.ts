import { expect, test } from 'vitest';
import { isText } from '../../src/segment/drafts.ts';
import { trimDrafts } from '../../src/segment/trim.ts';
import { drafts, labelled, prose } from './made.ts';

function trimmed(text: string) {
  return trimDrafts(drafts(text), labelled(text).context);
}

test('what stands below lists and forms is cut, what names the source is kept', () => {
  const [draft] = trimmed(
    `A bell\n\n${prose('bell', 70)}\n\nSource: The Bugle\n\nMost read\n\nOne short tease.\n\n© 2024 Bugle\n`,
  );
  expect(draft?.body.filter(isText)).toHaveLength(1);
  expect(draft?.header.sources).toHaveLength(1);
});

test('the last lines about the author are no text', () => {
  const [draft] = trimmed(
    `A bell\n\nBy Ann Lee\n\n${prose('bell', 70)}\n\nAnn Lee is a reporter who has covered bells for years.\n`,
  );
  expect(draft?.body.filter(isText)).toHaveLength(1);
});
