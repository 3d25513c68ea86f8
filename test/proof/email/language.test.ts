import { breakGate, swap } from '../breaks.ts';

breakGate('language', [
  ['no language', swap('html', '<html lang="en"', '<html'), /<html> has no lang/u],
  ['another direction', swap('html', 'dir="ltr" xmlns', 'dir="rtl" xmlns'), /<html> has dir="rtl"/u],
  [
    'a body’s child without',
    swap('html', 'role="article" lang="en" dir="ltr"', 'role="article"'),
    /<div> has no lang/u,
  ],
  ['a second child', swap('html', /(?=<\/body>)/u, '<p>More</p>'), /<p> has no dir/u],
  [
    'a story in Chinese said to be English',
    swap('html', '<div lang="zh-Hans">', '<div lang="en">'),
    /<h3> has lang="en", its words are zh-Hans/u,
  ],
  [
    'a story in Arabic that runs the wrong way',
    swap('html', 'lang="ar" dir="rtl"', 'lang="ar"'),
    /<li> has dir="ltr", its words are rtl/u,
  ],
]);
