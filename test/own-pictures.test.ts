/** A picture of the editor's own on its whole way: from its folder into mail, page and feed, sealed and sent. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contentId, pictureName } from '../src/text/pictures.ts';
import { marsh } from './articles.ts';
import { makeSendable, secret } from './killing.ts';
import { makeGif, makeHeavyPng, makePng, svg } from './made-pictures.ts';
import { makeNewsletter } from './newsletter.ts';
import { runDigestif } from './run.ts';

vi.setConfig({ testTimeout: 180_000 });

const ferry = 'the-ferry-at-low-reed-runs-on-sundays-again-1';
const boat = makeHeavyPng(60_000);
const name = pictureName(boat, 'png');

const pageWith = (file: string) =>
  `---\npictures:\n  ${ferry}:\n    file: ${JSON.stringify(file)}\n    alt: A boat with a goat on deck\n    credit: Ann Reed\n---\nDear reader.\n`;
const own = {
  'articles/_issues/2026-05.md': pageWith('boat.jpg'),
  'pictures/boat.jpg': boat,
  // Nobody names these.
  'pictures/large.tif': Buffer.alloc(300_000),
  'pictures/notes/a.txt': 'x',
};

const fileIn = (folder: string, path: string) => readFileSync(join(folder, 'out', path));

/** The mail holds the picture, byte for byte, by the id that its HTML names. */
async function expectPicture(eml: Uint8Array, bytes: Uint8Array): Promise<void> {
  const mail = await PostalMime.parse(eml);
  expect(mail.attachments).toHaveLength(1);
  const [part] = mail.attachments;
  const id = contentId(pictureName(bytes, 'png'));
  expect(part).toMatchObject({ contentId: `<${id}>`, mimeType: 'image/png', disposition: 'inline' });
  expect(Buffer.from(part?.content as ArrayBuffer).equals(bytes)).toBe(true);
  expect(mail.html).toContain(`src="cid:${id}" alt="A boat with a goat on deck"`);
  expect(mail.text).toContain('A boat with a goat on deck (Ann Reed)');
}

test('a build puts it into the mail, beside the page and into the feed, and the gates pass', async () => {
  const folder = makeNewsletter({ ...marsh, ...own });
  const { code, err } = await runDigestif(folder, 'build');
  expect([code, err]).toEqual([0, '']);
  await expectPicture(fileIn(folder, '2026-05/email.eml'), boat);
  expect(fileIn(folder, `2026-05/${name}`).equals(boat)).toBe(true);
  expect(fileIn(folder, '2026-05/index.html').toString()).toContain(`<img src="${name}"`);
  expect(fileIn(folder, 'feed.xml').toString()).toContain(`src="https://reedpost.example/2026-05/${name}"`);
  const proof = await runDigestif(folder, 'proof');
  expect([proof.code, proof.err]).toEqual([0, '']);
  expect(proof.out).toMatch(/✓ {2}Embedded pictures .* with 1 embedded picture/u);
  // Another picture takes its place; what nothing shows any more is gone.
  const next = makePng(9, 9);
  writeFileSync(join(folder, 'pictures/boat.jpg'), next);
  await runDigestif(folder, 'build');
  await expectPicture(fileIn(folder, '2026-05/email.eml'), next);
  expect(readdirSync(join(folder, 'out/2026-05')).filter((file) => file.endsWith('.png'))).toEqual([
    pictureName(next, 'png'),
  ]);
});

const outside = '/etc/passwd';
test.each<[what: string, file: string, make: (path: string) => void, message: RegExp]>([
  ['a drawing named .png', 'boat.png', (path) => writeFileSync(path, svg), /is no PNG, JPEG or GIF/u],
  ['10 MB', 'boat.png', (path) => writeFileSync(path, makeHeavyPng(10_000_000)), /10000 KB, more than/u],
  ['a way out', '../../../../etc/passwd', () => {}, /no plain name/u],
  ['a way from the root', outside, () => {}, /no plain name/u],
  ['a link out', 'boat.png', (path) => symlinkSync(outside, path), /leads out of pictures/u],
  ['a folder', 'boat.png', (path) => mkdirSync(path), /is no file/u],
  ['an empty file', 'boat.png', (path) => writeFileSync(path, ''), /is empty/u],
  [
    'a GIF of four thousand million dots',
    'b.gif',
    (path) => writeFileSync(path, makeGif(65535, 65535)),
    /65535 × 65535/u,
  ],
  ['nothing', 'boat.png', () => {}, /is not there/u],
])('%s is said, with its line, and the story is told without it', async (_, file, make, message) => {
  const folder = makeNewsletter({
    ...marsh,
    'articles/_issues/2026-05.md': pageWith(file),
    'pictures/a.txt': '',
  });
  make(join(folder, 'pictures', file.replace(/^.*\//u, '')));
  const { code, out } = await runDigestif(folder, 'build', '--json');
  expect(code).toBe(0);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { severity: string; message: string }[] };
  const told = diagnostics.filter(({ severity }) => severity !== 'note');
  expect(told).toMatchObject([
    {
      code: 'picture-unusable',
      file: 'articles/_issues/2026-05.md',
      line: 4,
      message: expect.stringMatching(message),
    },
  ]);
  const html = fileIn(folder, '2026-05/email.html').toString();
  expect(html).toContain('The ferry at Low Reed');
  expect(html).not.toContain('<img');
  expect(readdirSync(join(folder, 'out/2026-05')).filter((one) => /\.(?:png|gif|jpg)$/u.test(one))).toEqual(
    [],
  );
});

let sealed = '';
const { DIGESTIF_SECRET: before } = process.env;
beforeAll(async () => {
  process.env['DIGESTIF_SECRET'] = secret;
  sealed = await makeSendable(makeNewsletter({}), 2, '', own);
}, 180_000);
afterAll(() => {
  delete process.env['DIGESTIF_SECRET'];
  if (before !== undefined) process.env['DIGESTIF_SECRET'] = before;
});

test('a sealed issue whose picture changed, or is gone, is not sent; put back, it is, to each with the picture', async () => {
  const path = join(sealed, 'pictures/boat.jpg');
  const outbox = join(sealed, '.digestif/outbox/new');
  const seal = readFileSync(join(sealed, 'articles/_issues/2026-05.seal.json'), 'utf8');
  expect(
    JSON.parse(seal).issue.lead.picture ?? JSON.parse(seal).issue.themes[0].stories[0].picture,
  ).toMatchObject({
    file: 'boat.jpg',
    name,
  });
  for (const change of [() => writeFileSync(path, makePng(8, 8)), () => rmSync(path)]) {
    change();
    const { code, err } = await runDigestif(sealed, 'send', '2026-05');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('approved with other pictures: pictures/boat.jpg (seal-broken)'),
    ]);
    expect(existsSync(outbox)).toBe(false);
    const built = await runDigestif(sealed, 'build');
    expect([built.code, built.err]).toEqual([1, expect.stringContaining('(seal-broken)')]);
  }
  writeFileSync(path, boat);
  // What the editor's page says now changes nothing.
  writeFileSync(join(sealed, 'articles/_issues/2026-05.md'), pageWith('other.png'));
  expect((await runDigestif(sealed, 'send', '2026-05')).code).toBe(0);
  const mails = readdirSync(outbox).map((file) => readFileSync(join(outbox, file)));
  expect(mails).toHaveLength(2);
  for (const mail of mails) await expectPicture(mail, boat);
  expect((await runDigestif(sealed, 'send', '2026-05', '--to', 'me@reed.example')).code).toBe(0);
  const all = readdirSync(outbox).map((file) => readFileSync(join(outbox, file)));
  expect(all).toHaveLength(3);
  for (const mail of all) await expectPicture(mail, boat);
  // What lies in out/ is compared, pictures too.
  await runDigestif(sealed, 'build');
  expect((await runDigestif(sealed, 'verify')).code).toBe(0);
  writeFileSync(join(sealed, 'out/2026-05', name), makePng(8, 8));
  const verified = await runDigestif(sealed, 'verify');
  expect([verified.code, verified.err]).toEqual([1, expect.stringContaining(`out/2026-05/${name}`)]);
});

test('a file of the name of ours that is not one keeps its place', async () => {
  const folder = makeNewsletter({ ...marsh, ...own, 'out/2026-05/mine.png': 'mine' });
  await runDigestif(folder, 'build');
  expect(fileIn(folder, '2026-05/mine.png').toString()).toBe('mine');
});
