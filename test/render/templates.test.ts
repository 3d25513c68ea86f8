import { expect, test } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { renderEmail } from '../../src/render/email.ts';
import { renderPage } from '../../src/render/page.ts';
import { compileTemplates, type Templates } from '../../src/render/templates.ts';
import { makeIssue, ourTemplates, readTemplates, sampleIssue, site } from './fixture.ts';

/** The one diagnostic of a fault. */
async function faultOf(run: () => unknown) {
  try {
    await run();
  } catch (error) {
    if (error instanceof DigestifError) return error.diagnostics[0];
    throw error;
  }
  return undefined;
}

const compileWith = (change: Templates) => compileTemplates({ ...readTemplates(), ...change });

const broken: [name: string, source: string, place: string, says: string][] = [
  ['page', 'one\n  {{#if lead}}two', 'templates/page.hbs:2:18', 'ends inside a block'],
  ['page', 'one\ntwo {{/each}}', 'templates/page.hbs:2:5', 'unexpected "{{/each}}"'],
  ['page', '{{#if a}}\n{{/each}}', 'templates/page.hbs:1:4', "if doesn't match each"],
  ['page', 'one\n {{> nowhere}}', 'templates/page.hbs:2:2', 'there is no partial "nowhere"'],
  ['page', '{{> archive}}', 'templates/page.hbs:1:1', 'there is no partial "archive"'],
  ['web-foot', '\n\n{{shout words}}', 'templates/web-foot.hbs:3:1', 'there is no helper "shout"'],
  ['web-foot', '{{#with words}}{{/with}}', 'templates/web-foot.hbs:1:1', 'there is no helper "with"'],
  ['web-foot', '{{#if (eq a b)}}{{/if}}', 'templates/web-foot.hbs:1:1', 'no calls inside calls'],
  ['web-foot', 'x{{#*inline "y"}}{{/inline}}', 'templates/web-foot.hbs:1:2', 'decorators'],
  ['theme', 'paper #fff #000', 'templates/theme.hbs:1:7', 'paper needs a light and a dark colour'],
  ['theme', "facts 'A'}</style>", 'templates/theme.hbs:1:7', 'facts must be a list'],
  ['theme', 'lead 38/43 30/36', 'templates/theme.hbs:1:6', 'lead needs four sizes'],
  [
    'theme',
    '{{!-- a\n b --}}\n  large  heavy',
    'templates/theme.hbs:3:10',
    'large must be a whole number from 100 to 900',
  ],
  ['theme', 'rules wavy', 'templates/theme.hbs:1:7', 'rules must be one of solid, double'],
  ['theme', 'measure 12', 'templates/theme.hbs:1:9', 'measure must be a whole number from 320'],
  ['theme', '\nglow #ffffff #000000', 'templates/theme.hbs:2:1', 'there is no token "glow"'],
  ['theme', '', 'templates/theme.hbs', 'the token "paper" is missing'],
];

test.each(broken)('%s: %j is a fault at its place', async (name, source, place, says) => {
  const fault = await faultOf(() => compileWith({ [name]: source }));
  expect(fault?.code).toBe('template-invalid');
  expect(fault?.message).toContain(`${place}: `);
  expect(fault?.message).toContain(says);
  expect(fault?.file).toBe(`templates/${name}.hbs`);
});

test('a template that must be there is missed by name', async () => {
  const { page: _, ...rest } = readTemplates();
  expect((await faultOf(() => compileTemplates(rest)))?.message).toBe(
    'templates/page.hbs: there is no such template',
  );
});

test('a misspelt value is a fault of the partial that misspells it', async () => {
  const messageOf = async (source: string) => {
    const templates = compileWith({ 'web-foot': source });
    return (await faultOf(() => renderPage(makeIssue(), site, { previous: null, next: null }, templates)))
      ?.message;
  };
  expect(await messageOf('fine\n  {{titel}}')).toBe(
    'templates/web-foot.hbs:2:5: there is no value "titel" here',
  );
  expect(await messageOf('{{site.titel}}')).toContain('there is no value "titel" here');
  expect(await messageOf('\n{{#each storys}}{{/each}}')).toBe(
    'templates/web-foot.hbs:2:1: there is no such value here',
  );
  expect(await messageOf('{{#if laed}}{{/if}}')).toContain('there is no such value');
});

test('what MJML rejects is a fault at the tag in our template', async () => {
  const source = readTemplates()['email.mjml'] ?? '';
  const render = (changed: string) => () =>
    renderEmail(sampleIssue(), site, compileWith({ 'email.mjml': changed }), { bytes: 102_400 });
  const attribute = await faultOf(render(source.replace('<mj-text padding="20px', '<mj-text paddin="20px')));
  const line = source.split('\n').findIndex((l) => l.includes('"20px')) + 1;
  expect(attribute?.message).toBe(`templates/email.mjml.hbs:${line}:9: mj-text: Attribute paddin is illegal`);
  const tag = await faultOf(render(source.replace('<mj-column>', '<mj-column><mj-lamp></mj-lamp>')));
  expect(tag?.message).toContain("mj-lamp: Element mj-lamp doesn't exist");
  expect(tag?.line).toBe(source.split('\n').findIndex((l) => l.includes('<mj-column>')) + 1);
});

test('values are escaped, and an equals sign in a link stays readable', () => {
  const templates = compileWith({ page: '<a href="{{url}}">{{label}}</a>' });
  const issue = makeIssue({ label: '<i a="b">&amp;#x3D;' });
  const html = renderPage(
    issue,
    { ...site, url: 'https://l.example/?a=b&c' },
    { previous: null, next: null },
    templates,
  );
  expect(html).toBe(
    '<a href="https://l.example/?a=b&amp;c/2026-05/">&lt;i a=&quot;b&quot;&gt;&amp;amp;#x3D;</a>',
  );
});

test('our own templates compile', () => {
  expect(ourTemplates().theme.light.ink).toBe('#18201c');
});
