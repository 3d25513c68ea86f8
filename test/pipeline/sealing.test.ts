import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { createCache } from '../../src/pipeline/cache.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { contentOfSeal, formatSeal, sealDigest } from '../../src/pipeline/sealing.ts';
import { marsh } from '../articles.ts';
import { makePng } from '../made-pictures.ts';
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

test('a seal vouches for the bytes of pictures; a run that remembers the old ones sees that they changed', async () => {
  const page =
    '---\npictures: { the-ferry-at-low-reed-runs-on-sundays-again-1: { file: boat.png, alt: A boat } }\n---\n';
  const folder = makeNewsletter({
    ...marsh,
    'articles/_issues/2026-05.md': page,
    'pictures/boat.png': makePng(9, 9),
  });
  const newsletter = loadNewsletter(folder);
  const { config, templates } = newsletter;
  const { value: digest } = await makeDigest(newsletter);
  const seal = await sealDigest(digest, '2026-05', { config, templates, now: '2026-06-01T08:00:00.000Z' });
  const seals = [{ file: '_issues/2026-05.seal.json', issue: '2026-05', text: formatSeal(seal) }];
  const cache = createCache();
  const codes = async (bytes: Uint8Array) => {
    const { value } = await makeDigest({ ...newsletter, seals, readPicture: () => bytes, cache });
    const options = { config, templates, diagnostics: [], only: undefined, progress: () => undefined, cache };
    return (await renderDigest(value, options)).diagnostics.map((d) => d.code);
  };
  expect(await codes(makePng(9, 9))).toEqual([]);
  expect(await codes(makePng(9, 8))).toEqual(['seal-broken']);
  expect(await codes(makePng(9, 9))).toEqual([]);
  const options = { config, templates };
  const pictures = digest.pictures;
  expect((await contentOfSeal(seal, { ...options, pictures })).pictures).toHaveLength(1);
  await expect(contentOfSeal(seal, { ...options, pictures: new Map() })).rejects.toMatchObject({
    diagnostics: [{ code: 'seal-broken', message: expect.stringContaining('pictures/boat.png') }],
  });
});
