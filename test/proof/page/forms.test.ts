import { expect, test } from 'vitest';
import { looks } from '../../../src/config.ts';
import { renderForms } from '../../../src/pipeline/forms.ts';
import { checkForms, type FormPage } from '../../../src/proof/page/forms.ts';
import { readTemplates, site } from '../../render/fixture.ts';

const pages = renderForms(site, readTemplates());

async function failing(all: readonly FormPage[]): Promise<string[]> {
  const gates = await checkForms(site, all);
  return gates.filter(({ result }) => result !== 'pass').map(({ name }) => name);
}

test.each(looks)('the forms pass as they are: %s', async (look) => {
  expect(await failing(renderForms(site, readTemplates(look)))).toEqual([]);
});

test.each<[string, string, string]>([
  ['forms-html', '</main>', '</main></main>'],
  ['forms-acts', '<main', '<script>alert(1)</script><main'],
  ['forms-left-over', '</main>', '<p>Dear {{name}}</p></main>'],
  ['forms-contrast', '</head>', '<style>h1 { color: #ccc }</style></head>'],
  ['forms-remote', 'action="/', 'action="https://t.example/'],
  ['forms-remote', 'action="/', 'action="//t.example/'],
  ['forms-remote', '</main>', '<img src="https://t.example/p.gif" alt="x"></main>'],
])('%s fails on a single page that is wrong', async (name, from, to) => {
  const bad = pages.map((page) =>
    page.name === 'leave' ? { ...page, html: page.html.replace(from, to) } : page,
  );
  const gate = (await checkForms(site, bad)).find((own) => own.name === name);
  expect(gate).toMatchObject({ result: 'fail' });
  expect(gate?.findings.map(({ message }) => message).join()).toMatch(/ \(on “leave”\)/u);
});

test('what is wrong with all of them is told once', async () => {
  const bad = pages.map(({ name, html }) => ({ name, html: html.replace('</main>', '<p>{{x}}</p></main>') }));
  const gate = (await checkForms(site, bad)).find(({ name }) => name === 'forms-left-over');
  expect(gate?.findings.map(({ message }) => message)).toEqual([
    `“{{x}}” in <p> (on “subscribe” and ${pages.length - 1} others)`,
  ]);
});
