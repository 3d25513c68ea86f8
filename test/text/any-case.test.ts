import { expect, test } from 'vitest';
import { inAnyCase } from '../../src/text/any-case.ts';

test('letters are found in both cases, and nothing else changes', () => {
  const pattern = new RegExp(`^${inAnyCase('(?:crédits?|фото|file\\s+photo|图)')} X$`, 'u');
  for (const text of ['Crédit X', 'CRÉDITS X', 'Фото X', 'ФОТО X', 'File Photo X', '图 X'])
    expect(text).toMatch(pattern);
  for (const text of ['Crédit x', 'credit X', 'files+photo X']) expect(text).not.toMatch(pattern);
});
