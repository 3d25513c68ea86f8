import { colord, extend } from 'colord';
import a11y from 'colord/plugins/a11y';
import { expect, test } from 'vitest';
import { colours, tokens } from '../../../src/preview/styles/tokens.ts';

extend([a11y]);

type Name = keyof typeof colours;

/** What text may stand on what. */
const pairs: [text: Name, grounds: Name[]][] = [
  ['ink', ['paper', 'chrome', 'tint', 'chosen', 'title', 'boilerplate', 'duplicate', 'unreadable']],
  ['soft', ['paper', 'chrome', 'tint', 'chosen', 'boilerplate']],
  ['link', ['paper', 'chrome', 'tint']],
  ['button-text', ['link']],
  ['mark-text', ['mark']],
  ['warn', ['paper']],
  ['bad', ['paper']],
  ['paper', ['ink', 'bad']],
];

test.each(['light', 'dark'] as const)('text can be read in %s', (scheme) => {
  const index = scheme === 'light' ? 0 : 1;
  for (const [text, grounds] of pairs)
    for (const ground of grounds) {
      const contrast = colord(colours[text][index]).contrast(colours[ground][index]);
      expect([text, ground, contrast >= 4.5]).toEqual([text, ground, true]);
    }
});

test('every colour is a property of both schemes', () => {
  for (const [name, [light, dark]] of Object.entries(colours))
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`);
});
