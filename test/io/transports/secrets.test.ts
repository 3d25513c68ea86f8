import { expect, test } from 'vitest';
import { blank } from '../../../src/io/transports/secrets.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('secrets are blanked however they went over the line', () => {
  const own = { user: 'ada', secrets: ['grey geese!', 'heron', ''] };
  for (const form of [
    'grey geese!',
    'grey%20geese!',
    base64('grey geese!'),
    base64('\0ada\0grey geese!'),
    base64('ada\0ada\0grey geese!'),
    base64('user=ada\x01auth=Bearer heron\x01\x01'),
    base64('heron').replaceAll('=', ''),
  ])
    expect(blank(`535 no "${form}" here`, own)).toMatch(/^535 no "…=*" here$/u);
  expect(blank('535 no such name: ada', own)).toBe('535 no such name: ada');
});
