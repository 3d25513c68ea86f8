/** Texts that ask as much as they can of a reader: each grows with its size, in UTF-16 units or a little more. */
export type Generator = { name: string; make: (size: number) => string };

const repeated: { [kind: string]: string[] } = {
  blank: ['\n', ' ', '\t', '\r', '\u00a0', ' \n', '\n \n', '\u200b'],
  'one line': ['a', 'word ', 'Word ', '灯', '\ud83d\ude00', 'A. ', 'The weir held. '],
  'nested tags': [
    '<div>',
    '<b><i>',
    '<ul><li>',
    '<table><tr><td>',
    '<blockquote><p>',
    '<w:p><w:r>',
    '<item>',
    '<outline>',
    '<svg><g>',
  ],
  'nested signs': ['[', '(', '{', '[[', '> ', '- ', '{"a":', '[1,', '“', '((', '**a _b '],
  'not closed': [
    '<p class="',
    '<a href=',
    '<!--',
    '<![CDATA[',
    '<script>',
    '<',
    '</',
    '<?',
    '<!',
    '"',
    "'",
    '{{<',
    '{%',
    '[a](',
    '![',
    '<a href="b">',
    '<p',
    'a<b ',
  ],
  'never opened': ['</div>', ']]>', '-->', '>', ')', ']', '}', '"/>'],
  delimiters: [
    '*_[',
    '*',
    '_a',
    '`',
    '``a',
    '~~',
    '|',
    '|a',
    '==',
    '--',
    '---\n',
    '+++\n',
    '***\n',
    '#',
    '# ',
    '\\',
    '~',
    ':',
    ';',
    '@',
    '/',
  ],
  references: [
    '&amp;',
    '&#x41;',
    '&nosuch;',
    '&',
    '&#',
    '[a]: b\n',
    '[a][b]',
    '&lt;p&gt;',
    '%20',
    '=3D',
    '=\n',
    '=?utf-8?q?x?= ',
  ],
  'tiny parts': [
    'x\n\n',
    '<p>x</p>',
    '<br>',
    '<li>x',
    '<item><title>x</title></item>',
    '<entry><title>x</title><content>y</content></entry>',
    '{"id":"1","content_text":"x"},',
    '- x\n',
    '1. x\n',
    '| a | b |\n',
    '\nFrom a@b.example Thu May 14 08:00:00 2026\nSubject: x\n\nx\n',
    '<h2>A title</h2><p>Words of it.</p>',
    '<td>x',
    '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
    '<img src=a>',
    '<meta name=a content=b>',
    '<a href=b>c</a> ',
  ],
  mime: [
    '--b\n',
    '\n--b\nContent-Type: text/plain\n\nx\n',
    '\n--b\nContent-Type: multipart/mixed; boundary=b\n',
    'X-A: b\n',
    ' folded\n',
    '> quoted\n',
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\n',
    '--b--\n',
  ],
  lines: [
    'By Ada Weir\n',
    'May 2026\n',
    'May 14, 2026\n',
    'Read more: a weir\n',
    'Leave a Reply\n',
    '(PHOTO: WEIR)\n',
    'The weir held.\n',
    'A title of a weir\n\nIt held, and the town slept in spite of the rain.\n\n',
    'Subscribe to our letter\n',
    'Share\n',
    'high-\nwater ',
    'https://weir.example/a ',
    'a@weir.example ',
    'key: value\n',
    'key = 1\n',
    '  - a\n',
    'From: a\n',
    '“He came. ',
    '* * *\n',
    'Contents\n',
    'https://weir.example/\n',
    '1\n',
    'Title\n=====\n',
  ],
};

const numbered: { [name: string]: (i: number) => string } = {
  'other words': (i) => `word${i} `,
  'other lines': (i) => `Line ${i} of the weir book\n`,
  'other paragraphs': (i) => `In year ${i} the weir at Ondrel held, and the town slept.\n\n`,
  'other titles': (i) =>
    `A title about weir ${i}\n\nBy Ada Weir${i}\n\nIn year ${i} it held, and the town slept in spite of rain.\n\n`,
  'other keys': (i) => `key${i}: value\n`,
  'other headers': (i) => `X-Weir-${i}: held\n`,
  'other links': (i) => `<a href="https://weir.example/${i}">weir ${i}</a>\n`,
  'other references': (i) => `[a${i}]: https://weir.example/${i}\n`,
  'other entries': (i) =>
    `<item><title>Weir ${i}</title><link>https://weir.example/${i}</link><description>It held for ${i} years.</description></item>`,
  'other items': (i) => `{"id":"${i}","title":"Weir ${i}","content_text":"It held for ${i} years."},`,
  'other parts': (i) => `\n--b\nContent-Type: text/plain; name=${i}\n\nIt held for ${i} years.\n`,
  'other mails': (i) =>
    `\nFrom a@b.example Thu May 14 08:00:00 2026\nSubject: Weir ${i}\n\nIt held for ${i} years.\n`,
  'deeper lists': (i) => `${' '.repeat(2 * (i % 60))}- item ${i}\n`,
  'other tags': (i) => `<x${i}>`,
  'other attributes': (i) => ` a${i}="b"`,
};

function repeat(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

function count(piece: (i: number) => string, size: number): string {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < size; i += 1) {
    const next = piece(i);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

export const generators: Generator[] = [
  ...Object.entries(repeated).flatMap(([kind, pieces]) =>
    pieces.map((piece) => ({
      name: `${kind} ${JSON.stringify(piece)}`,
      make: (n: number) => repeat(piece, n),
    })),
  ),
  ...Object.entries(numbered).map(([name, piece]) => ({ name, make: (n: number) => count(piece, n) })),
  // Half opens, half closes: the way back costs too.
  ...['<div>|</div>', '[|]', '(|)', '<b>|</b>', '<ul><li>|</li></ul>', '<p>|</p>', '{|}'].map((pair) => {
    const [open = '', close = ''] = pair.split('|');
    const make = (n: number): string => repeat(open, n / 2) + repeat(close, n / 2);
    return { name: `opened, then closed ${pair}`, make };
  }),
];

/** Pieces to which some format gives a meaning. */
export const tokens: string[] = Object.values(repeated).flat();
