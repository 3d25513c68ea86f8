import { expect, test } from 'vitest';
import { insideQuotations } from '../../src/summarize/quotations.ts';

test.each<[string, string[], boolean[]]>([
  ['no sign at all', ['The pier fell.', 'Nobody was hurt.'], [false, false]],
  [
    'curly',
    ['“We are tired.', 'They took the pier.', 'We wait,” said Ada Pell.', 'She left.'],
    [false, true, true, false],
  ],
  ['straight', ['"We are tired.', 'They took it," said Ada.', 'She left.'], [false, true, false]],
  ['single', ['‘We don’t wait.', 'They took it,’ said Ada.', 'She left.'], [false, true, false]],
  ['German', ['„Wir warten.', 'Die Mole ist weg“, sagte Ada.', 'Sie ging.'], [false, true, false]],
  ['turned', ['»Wir warten.', 'Die Mole ist weg«, sagte Ada.', 'Sie ging.'], [false, true, false]],
  ['French', ['« Nous attendons.', 'La jetée est tombée », dit Ada.', 'Elle partit.'], [false, true, false]],
  ['Chinese', ['「我們等。', '碼頭倒了。」', '她走了。'], [false, true, false]],
  ['one sentence has it whole', ['“We wait,” said Ada.', 'The pier fell.'], [false, false]],
  ['two in one sentence', ['“We wait,” she said, “and hope.”', 'The pier fell.'], [false, false]],
  ['closed in a later paragraph', ['“We wait.', 'The pier fell.'], [false, true]],
  ['inches', ['A 5" pipe burst.', 'The pier fell.'], [false, false]],
  ['apostrophes', ["It's the skippers' pier.", "The '90s are over."], [false, false]],
  [
    'a name in signs inside',
    ['“The “Patience” sank.', 'We wait,” said Ada.', 'She left.'],
    [false, false, false],
  ],
])('%s', (_, sentences, inside) => expect(insideQuotations(sentences)).toEqual(inside));
