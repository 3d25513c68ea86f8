import { expect, test } from 'vitest';
import { dateLabel } from '../../src/compose/labels.ts';

test.each([
  ['2026-05-14', 'en', '14 May'],
  ['2026-05-01', 'en-US', 'May 1'],
  ['2026-05-14', 'fr', '14 mai'],
  ['2026-05-14', 'de', '14. Mai'],
  ['2026-05-14', 'zh', '5月14日'],
  ['2026-05', 'en', 'May'],
  ['2025-12', 'en', 'December 2025'],
  ['2025-12-31', 'en', '31 December 2025'],
  ['2026', 'en', '2026'],
  [null, 'en', 'date not stated'],
])('%s in %s', (date, language, label) => expect(dateLabel(date, language, '2026-05')).toBe(label));
