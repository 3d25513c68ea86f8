import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuiltState, openBuilder } from '../../src/preview/building.ts';
import { findPage } from '../../src/preview/routes.ts';
import { isRendered } from '../../src/preview/state.ts';
import { ferry, marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';
import { save } from './stage.ts';

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

test('every build gives the bytes that `digestif build` would give now', async () => {
  const folder = makeNewsletter(marsh);
  const builder = openBuilder(folder);
  const edits = [
    ferry,
    ferry.replace('61 passengers', '62 passengers'),
    ferry.replace('runs on Sundays', 'swims'),
  ];
  for (const text of edits) {
    save(folder, 'articles/ferry.md', text);
    const built = await builder.build();
    if ('faults' in built) throw new Error('it was not built');
    const copy = makeNewsletter({ ...marsh, 'articles/ferry.md': text });
    await runDigestif(copy, 'build');
    for (const [path, content] of built.state.rendered.files)
      expect([path, hash(content)]).toEqual([path, hash(readFileSync(join(copy, 'out', path)))]);
  }
  await builder.close();
});

test('the first build hands over its issues before a byte is rendered', async () => {
  const folder = makeNewsletter(marsh);
  const builder = openBuilder(folder);
  const early: BuiltState[] = [];
  const built = await builder.build((state) => early.push(state));
  await builder.build((state) => early.push(state));
  await builder.close();
  if ('faults' in built) throw new Error('it was not built');
  expect(early.map(isRendered)).toEqual([false]);
  expect(isRendered(built.state)).toBe(true);
  const issues = (state?: BuiltState) => state?.rendered.issues.map(({ issue }) => issue);
  expect(issues(early[0])).toEqual(issues(built.state));
  // Its pages can be shown, all but those of the bytes.
  const pages = { ...(early[0] as BuiltState), generation: 1, faults: [] };
  for (const address of ['/', '/trays/', '/source/', '/source/ferry.md/', '/problems/', '/search/'])
    expect([address, await findPage(pages, address)]).toEqual([address, expect.anything()]);
  expect(JSON.stringify(await findPage(pages, '/'))).not.toContain('0 KB');
});

test('a fault is given with its place and lines, and the next build goes on', async () => {
  const folder = makeNewsletter({ ...marsh, 'templates/email-footer.hbs': 'x\n{{nothing}}' });
  const builder = openBuilder(folder);
  save(folder, 'digestif.config.yaml', `${marsh['digestif.config.yaml']}templates: mine\n`);
  save(folder, 'mine/email-footer.hbs', 'one\n{{nothing}}\nthree');
  const built = await builder.build();
  expect(built).toMatchObject({
    faults: [
      {
        code: 'template-invalid',
        line: 2,
        excerpt: [{ text: 'one' }, { text: '{{nothing}}' }, { text: 'three' }],
      },
    ],
  });
  expect(builder.templates()).toBe(join(folder, 'mine'));
  save(folder, 'mine/email-footer.hbs', '');
  expect(await builder.build()).toHaveProperty('state');
  save(folder, 'articles/oven.md', '---\ntitle: [a\n---\n\nText.\n');
  expect(await builder.build()).toMatchObject({ errors: [{ code: 'broken-front-matter', line: 2 }] });
  await builder.close();
});

test('what is no fault of the newsletter is shown as ours', async () => {
  const folder = makeNewsletter(marsh);
  const builder = openBuilder(folder);
  // A folder where a file must be is nothing that anybody foresaw here.
  save(folder, 'articles/_issues/2026-05.md/x', '');
  const built = await builder.build();
  expect('faults' in built && built.faults[0]?.code).toMatch(/internal-fault|unreadable-file/u);
  await builder.close();
});
