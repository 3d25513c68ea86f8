import { breakGate, swap } from '../breaks.ts';

const put = (line: string) => swap('text', 'The lead\n', `The lead\n${line}\n`);

breakGate('text-lines', [
  ['79 columns', put('x'.repeat(79)), /79 columns, at most 78/u],
  ['40 wide signs', put('字'.repeat(40)), /80 columns/u],
  ['an address behind many words', put(`${'word '.repeat(15)}https://a.example/`), /columns, at most/u],
  ['a tab', put('a\tb'), /control character/u],
  ['a bell', put('a\u0007b'), /control character/u],
  ['a carriage return', put('a\r'), /control character/u],
  ['white space at the end', put('word '), /white space at the end/u],
  ['an end without end', (mail) => ({ ...mail, text: mail.text.trimEnd() }), /does not end/u],
]);

breakGate('text-lines', [['75 columns', put('x'.repeat(75)), /75 columns, better 72/u]], 'look');
