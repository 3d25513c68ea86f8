import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { formatSeal, sealDigest } from '../../src/pipeline/sealing.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

test('a seal holds the issue, its time, and the hashes of what a build will render', async () => {
  const newsletter = loadNewsletter(makeNewsletter(marsh));
  const { config, templates } = newsletter;
  const { value: digest } = await makeDigest(newsletter);
  const now = '2026-06-01T08:00:00.000Z';
  const seal = await sealDigest(digest, '2026-05', { config, templates, now });
  expect(seal).toMatchObject({ approved: now, revised: now, revision: 1, open: false });
  expect(seal.issue).toMatchObject({ sealed: true, published: now, updated: now });
  const text = formatSeal(seal);
  const seals = [{ file: '_issues/2026-05.seal.json', issue: '2026-05', text }];
  const sealed = await makeDigest({ ...newsletter, seals });
  const options = { config, templates, diagnostics: [], only: undefined, progress: () => undefined };
  expect((await renderDigest(sealed.value, options)).diagnostics).toEqual([]);
  const forged = text.replace(/"email\.html": "\w+/u, `"email.html": "${'0'.repeat(64)}`);
  const other = await makeDigest({ ...newsletter, seals: [{ file: '', issue: '2026-05', text: forged }] });
  expect((await renderDigest(other.value, options)).diagnostics.map((d) => d.code)).toEqual(['seal-broken']);
});
