import { expect, test } from 'vitest';
import { toHtml } from '../../src/render/mjml.ts';

const wrap = (inner: string) =>
  `<mjml lang="en"><mj-head><mj-attributes><mj-all font-family="serif" /></mj-attributes></mj-head><mj-body><mj-section><mj-column>${inner}</mj-column></mj-section></mj-body></mjml>`;

test('the same source gives the same bytes, without a web font and with Outlook’s comments', async () => {
  const [first, second] = [
    await toHtml(wrap('<mj-text>One</mj-text>'), {}),
    await toHtml(wrap('<mj-text>One</mj-text>'), {}),
  ];
  expect(first).toBe(second);
  expect(first).not.toMatch(/googleapis|@import|url\(/);
  expect(first.match(/<!--\[if mso \| IE\]>/g)).not.toBeNull();
});

test('escaped text is not unescaped on the way', async () => {
  const html = await toHtml(wrap('<mj-text>&lt;script&gt; &amp;lt; {{x}} [[y]] sanitized0:x;</mj-text>'), {});
  expect(html).toContain('&lt;script&gt; &amp;lt; {{x}} [[y]] sanitized0:x;');
});

test('strictness is kept even where no template can be blamed', async () => {
  await expect(toHtml(wrap('<mj-text colour="red">x</mj-text>'), {})).rejects.toThrow(
    'templates/email.mjml.hbs: mj-text: Attribute colour is illegal',
  );
  await expect(toHtml('no markup at all', {})).rejects.toThrow('templates/email.mjml.hbs: ');
});

test('another file of MJML is not left out without a word', async () => {
  const include = '<mj-include path="./parts/masthead.mjml" />';
  const rejected = toHtml(wrap(include), { 'email.mjml': 'x', 'email-top': `<p>\n  ${include}` });
  await expect(rejected).rejects.toMatchObject({
    message: expect.stringContaining('templates/email-top.hbs:2:3: mj-include: other files are not read'),
    diagnostics: [
      expect.objectContaining({
        line: 2,
        hint: 'Use a partial: {{> masthead}} puts templates/masthead.hbs there.',
      }),
    ],
  });
  await expect(toHtml(wrap(`<mj-text>x</mj-text><!-- ${include} -->`), {})).resolves.toContain('x');
});
