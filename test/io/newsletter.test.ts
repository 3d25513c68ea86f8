import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { configName } from '../../src/io/config-file.ts';
import { isNewsletter, loadNewsletter, ourTemplates } from '../../src/io/newsletter.ts';
import { config, makeNewsletter } from '../newsletter.ts';

test('a newsletter is its config, articles, pages, seals, ids and templates', () => {
  const folder = makeNewsletter({
    [configName]: config,
    'articles/b.md': 'b',
    'articles/a/c.txt': 'c',
    'articles/_issues/2026-05.md': 'Dear readers',
    'articles/_issues/2026-04.seal.json': '{}',
    'articles/_ids.yaml': '"title:b": "b-1"\n',
    'templates/page.hbs': 'mine',
    'out/index.html': 'never read',
  });
  const newsletter = loadNewsletter(folder);
  expect(newsletter.files.map((f) => f.path)).toEqual(['a/c.txt', 'b.md']);
  expect(newsletter.pages).toEqual([{ file: '_issues/2026-05.md', issue: '2026-05', text: 'Dear readers' }]);
  expect(newsletter.seals).toEqual([{ file: '_issues/2026-04.seal.json', issue: '2026-04', text: '{}' }]);
  expect(newsletter.ids).toEqual(new Map([['title:b', 'b-1']]));
  expect(newsletter.templates['page']).toBe('mine');
  expect(newsletter.templates['feed-entry']).toMatch(/\{\{/u);
  expect(newsletter.diagnostics).toEqual([]);
});

test('a look lies over our templates, and the newsletter over both', () => {
  const looked = `${config}look: wire\n`;
  const { templates } = loadNewsletter(makeNewsletter({ [configName]: looked, 'articles/a.md': 'a' }));
  const plain = loadNewsletter(makeNewsletter({ [configName]: config, 'articles/a.md': 'a' })).templates;
  expect(templates['theme']).not.toBe(plain['theme']);
  expect(templates['page']).toBe(plain['page']);
  const own = { [configName]: looked, 'articles/a.md': 'a', 'templates/theme.hbs': 'mine' };
  expect(loadNewsletter(makeNewsletter(own)).templates['theme']).toBe('mine');
});

test('a template that nothing asks for is told, with the name that was meant', () => {
  const own = (names: { [name: string]: string }) => {
    const files = Object.entries(names).map(([name, text]) => [`mine/${name}.hbs`, text]);
    const { diagnostics } = loadNewsletter(
      makeNewsletter({
        [configName]: `${config}templates: mine\n`,
        'articles/a.md': 'a',
        ...Object.fromEntries(files),
      }),
    );
    return diagnostics.map(({ code, severity, file, hint }) => [code, severity, file, hint]);
  };
  const told = (name: string, hint: unknown) => ['unused-template', 'warning', `mine/${name}.hbs`, hint];
  expect(own({ 'email-tolds': 'x' })).toEqual([told('email-tolds', 'Did you mean email-told.hbs?')]);
  expect(own({ email: 'x' })).toEqual([told('email', 'Did you mean email.mjml.hbs?')]);
  expect(own({ 'kiln-and-quay': 'x' })).toEqual([
    told('kiln-and-quay', expect.stringContaining('{{> kiln-and-quay}}')),
  ]);
  const included = '{{> our-call}} {{~> our-end ~}} {{#> our-frame}}x{{/our-frame}}';
  expect(own({ 'email-footer': included, 'our-call': '', 'our-end': '', 'our-frame': '' })).toEqual([]);
});

test('the least newsletter is a config and a folder of articles', () => {
  const newsletter = loadNewsletter(makeNewsletter({ [configName]: config, 'articles/a.md': 'a' }));
  expect([newsletter.pages, newsletter.seals, [...newsletter.ids]]).toEqual([[], [], []]);
});

test('a large file is measured by limits.fileMegabytes', () => {
  const files = {
    [configName]: `${config}limits: { fileMegabytes: 0.00001 }\n`,
    'articles/a.md': 'eleven bytes',
  };
  const { files: read, diagnostics } = loadNewsletter(makeNewsletter(files));
  expect(read).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'file-too-large', file: 'articles/a.md' }]);
});

describe('faults are thrown', () => {
  const cases: [what: string, files: { [path: string]: string }, code: string][] = [
    ['no config', { 'articles/a.md': 'a' }, 'config-missing'],
    ['a wrong config', { [configName]: `${config}titel: x\n` }, 'config-invalid'],
    ['broken ids', { [configName]: config, 'articles/_ids.yaml': '- x\n' }, 'bad-ids'],
  ];
  test.each(cases)('%s', (_, files, code) => {
    const folder = makeNewsletter(files);
    try {
      loadNewsletter(folder);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DigestifError);
      expect(error).toMatchObject({ diagnostics: [{ code }] });
    }
  });
});

test('isNewsletter looks for the config', () => {
  expect(isNewsletter(makeNewsletter({ [configName]: '' }))).toBe(true);
  expect(isNewsletter(makeNewsletter({ 'a.md': '' }))).toBe(false);
});

test('our templates are where the package keeps them', () => {
  expect(existsSync(join(ourTemplates(), 'page.hbs'))).toBe(true);
});
