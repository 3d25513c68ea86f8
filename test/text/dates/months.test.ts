import { describe, expect, test } from 'vitest';
import { monthWords } from '../../../src/text/dates/months.ts';

describe('the table of months', () => {
  test.each([...monthWords])(
    '%s has twelve names, and Intl writes the long ones the same way',
    (language, words) => {
      expect(words.names).toHaveLength(12);
      const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
      words.names.forEach((name, i) => {
        expect(format.format(new Date(Date.UTC(2024, i, 15)))).toMatch(new RegExp(`^(?:${name})$`, 'iu'));
      });
    },
  );
});
