import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/types.ts';
import { makeIssue, makeStory } from '../render/fixture.ts';
import { type Break, breakGate, judgeBy, type Row, swap } from './breaks.ts';
import { renderMailBytes } from './mails.ts';

const words = (text: string): Break => swap('html', '</h1>', `</h1><p>${text}</p>`);
const slot = `slot-${'0a'.repeat(8)}-unsubscribe`;

describe('of the email', () => {
  breakGate('left-over', [
    ['a tag of Handlebars', words('Dear {{first_name}},'), /“\{\{first_name\}\}” in <p>/u],
    ['a raw tag', words('Dear {{{name}}},'), /“\{\{\{name\}\}\}”/u],
    ['a tag that never ends', words('Dear {{name'), /“\{\{name”/u],
    ['a tag in two pieces', words('Dear {{<b>name</b>}}'), /“\{\{name\}\}”/u],
    ['a tag written with references', words('&#123;&#x7b;name}}'), /“\{\{name\}\}”/u],
    ['a tag of Liquid', words('{% if name %}'), /“\{% if name %\}”/u],
    ['a tag of a server', words('Dear <%= name %>,'), /“<%= name %>”/u],
    ['a tag of Mailchimp', words('Dear *|FNAME|*,'), /“\*\|FNAME\|\*”/u],
    ['a tag of a sender', words('Dear %%first_name%%,'), /“%%first_name%%”/u],
    ['another sender’s', words('Dear %recipient.name%,'), /“%recipient\.name%”/u],
    ['a value of a program', words('Dear [object Object],'), /“\[object Object\]”/u],
    ['a variable of a program', words(`Dear \${name},`), /“\$\{name\}”/u],
    [
      'a personal place',
      swap('html', 'https://lantern.example/unsubscribe', slot),
      /“slot-\w+-unsubscribe”.*href/u,
    ],
    ['a tag in a link', words('<a href="https://a.example/?u={{id}}">x</a>'), /“\{\{id\}\}” in href/u],
    [
      'an encoded tag in a link',
      words('<a href="https://a.example/?u=%7B%7Bid%7D%7D">x</a>'),
      /“\{\{id\}\}”/u,
    ],
    [
      'a tag in what is read aloud',
      words('<span aria-label="{{name}}">x</span>'),
      /“\{\{name\}\}” in aria-label/u,
    ],
    ['a tag in the title', swap('html', '<title>', '<title>{{month}} '), /“\{\{month\}\}” in <title>/u],
    ['a tag for Outlook', words('<!--[if mso]><p>{{name}}</p><![endif]-->'), /“\{\{name\}\}” in a comment/u],
    ['a null', words('a\0b'), /U\+0000/u],
    ['a control character', words('a\u0008b'), /U\+0008/u],
    ['one of the upper ones', words('a\u0085b'), /U\+0085/u],
    ['one written as a reference', words('a&#8;b'), /U\+0008/u],
    ['half a pair', words('a\ud83db'), /U\+D83D/u],
    ['a letter that was lost', words('Orv\ufffdn'), /“Orv.n”/u],
    ['words turned round', words('\u202eabc\u202c'), /U\+202E/u],
    ['words turned by force', words('\u202dabc\u202c'), /U\+202D/u],
    ['a turn that never ends', words('\u2067abc'), /U\+2067/u],
    ['an old turn that never ends', words('<b>\u202babc</b>'), /U\+202B/u],
    ['an end of a turn that never began', words('abc\u2069'), /U\+2069/u],
    [
      'a turn in an attribute',
      words('<a href="https://a.example" title="\u2068x">x</a>'),
      /U\+2068 in title/u,
    ],
  ]);
  const say =
    (change: Partial<Issue>): Break =>
    (mail) => ({ ...mail, issue: { ...mail.issue, ...change } });
  const remarks: Row[] = [
    [
      'a tag in the subject',
      say({ subject: 'News for {{first_name}}' }),
      /“\{\{first_name\}\}” in the subject/u,
    ],
    ['a tag in the preheader', say({ preheader: 'Hello *|FNAME|*' }), /in the preheader/u],
    [
      'a tag in the letter',
      (mail) => words('Dear {{ name }},')(say({ letter: 'Dear {{ name }},' })(mail)),
      /“\{\{ name \}\}” in <p>.*editor/u,
    ],
  ];
  breakGate('left-over', remarks, 'look');
});

describe('of the text', () => {
  breakGate('text-left-over', [
    ['a tag', swap('text', 'Unsubscribe', '{{word}}'), /“\{\{word\}\}”/u],
    ['a personal place', swap('text', 'https://lantern.example/unsubscribe', slot), /“slot-/u],
    ['a null', swap('text', 'Unsubscribe', 'Un\0subscribe'), /U\+0000/u],
    ['a carriage return', swap('text', 'Unsubscribe', 'Un\rsubscribe'), /U\+000D/u],
    ['a turn that never ends', swap('text', 'Unsubscribe', '\u2066Unsubscribe'), /U\+2066/u],
  ]);
  test('a finding has its line', async () => {
    const mail = swap('text', 'Unsubscribe', '{{word}}')((await import('./breaks.ts')).good);
    const line = mail.text.split('\n').findIndex((words) => words.includes('{{word}}')) + 1;
    expect((await judgeBy('text-left-over', mail)).findings).toMatchObject([{ line }]);
  });
});

describe('of the page', () => {
  breakGate('page-left-over', [
    ['a tag', swap('page', '<main>', '<main>{{name}}'), /“\{\{name\}\}”/u],
    ['a tag for machines', swap('page', '"name":"', '"name":"{{name}}'), /“\{\{name\}\}”/u],
    [
      'a tag for those who share it',
      swap('page', 'property="og:title" content="', 'property="og:title" content="{{name}}'),
      /in content/u,
    ],
    ['a control character', swap('page', '<main>', '<main>\u0001'), /U\+0001/u],
  ]);
});

test('articles about templates may say what they are about', async () => {
  const story = makeStory('braces', {
    title: 'Why {{ name }} is <%= hard %> to quote',
    quotes: [
      `Whoever writes *|FNAME|* or %%first_name%% to a thousand readers, and {{#each readers}} around it all the way to the end of the line, is seldom \${wrong}, ${slot} or [object Object].`,
      'A letter was lost: Orv\ufffdn.',
    ],
  });
  const issue = makeIssue({
    lead: { ...story, theme: 'x' },
    title: story.title,
    subject: `On: ${story.title}`,
  });
  const mail = await renderMailBytes(issue);
  for (const gate of ['left-over', 'text-left-over', 'page-left-over'])
    expect(await judgeBy(gate, mail)).toMatchObject({ result: 'pass', findings: [] });
});
