import { describe, expect, test } from 'vitest';
import { consentText, noticeNames, oneClickText, renderServePage } from '../../src/render/serve-page.ts';
import { compileTemplates } from '../../src/render/templates.ts';
import { ourTemplates, readTemplates, site } from './fixture.ts';
import { complaintsOf } from './html-rules.ts';

const templates = ourTemplates();
const places = { base: '/mail', token: '1.abc.u' };
const render = (...args: Partial<Parameters<typeof renderServePage>>) =>
  renderServePage(args[0] ?? 'subscribe', args[1] ?? site, args[2] ?? templates, args[3] ?? places, args[4]);

describe.each(noticeNames)('%s', (name) => {
  test('is valid HTML without script, request or style of an element', async () => {
    const page = render(name);
    expect(await complaintsOf(page, 'web')).toEqual([]);
    expect(page).not.toMatch(/<script|<img|<link|\sstyle="|\son\w+="|url\(/u);
  });
  test('every link stays below the web app, but for a mail', () => {
    const links = [...render(name).matchAll(/(?:href|action)="([^"]*)"/gu)].map(([, link]) => link);
    expect(links.filter((link) => !/^(?:\/mail\/|mailto:)/u.test(link ?? ''))).toEqual([]);
  });
  test.each(['de', 'fr'])('is said in %s, and says so', (language) => {
    const page = render(name, { ...site, language });
    expect(page).toContain(`<html lang="${language}"`);
    const shown = page.replace(/<style>[\s\S]*?<\/style>/u, '').replace(/<[^>]*>/gu, ' ');
    expect(shown.replaceAll('letter@', '')).not.toMatch(/\b(?:the|you|letter|and|of)\b/u);
  });
});

test('a language without words reads English, and is not called by another name', () => {
  expect(render('subscribe', { ...site, language: 'ar' })).toContain('<html lang="en" dir="ltr">');
});

test('what acts is a form that posts, with the token in its address', () => {
  expect(render('confirm')).toContain('<form method="post" action="/mail/confirm/1.abc.u">');
  expect(render('leave')).toContain('<form method="post" action="/mail/unsubscribe/1.abc.u">');
  expect(render('subscribe', site, templates, { base: '', token: '' })).toContain(
    '<form method="post" action="/subscribe">',
  );
});

test('the words that are agreed to stand on the form and where one confirms', () => {
  const words = 'I want to get “The Lantern Quarter” by email, one letter a month, until I say stop.';
  expect(consentText(site)).toBe(words);
  for (const name of ['subscribe', 'confirm'] as const) expect(render(name)).toContain(words);
});

test('what was typed comes back as text, with what is wrong beside it', () => {
  const page = render('wrongAddress', site, templates, places, { email: '"><b>x', name: "O'Reed & {{x}}" });
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;x"');
  expect(page).toContain('value="O&#x27;Reed &amp; {{x}}"');
  expect(page).toContain('aria-describedby="problem"');
  expect(render('subscribe')).not.toContain('aria-invalid=');
});

test('a title of any signs is text', () => {
  const page = render('leave', { ...site, title: 'A <b>\u202e & "B"\u0007' });
  expect(page).toContain('A &lt;b&gt; &amp; &quot;B&quot;');
  for (const sign of ['\u202e', '\u0007']) expect(page).not.toContain(sign);
});

test('partials of the newsletter have their word', () => {
  const partials = {
    'web-style-own': '.desk { margin: 99px; }',
    'serve-foot': '<p>Imprint of {{site.title}}</p>',
  };
  const page = render('inbox', site, compileTemplates({ ...readTemplates(), ...partials }));
  expect(page).toContain('margin: 99px');
  expect(page).toContain('<p>Imprint of The Lantern Quarter</p>');
});

test('one click is answered by a word', () => {
  expect([oneClickText('done', site), oneClickText('stale', { ...site, language: 'de' })]).toEqual([
    'Unsubscribed.',
    'Dieser Link führt zu nichts',
  ]);
});
