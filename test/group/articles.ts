import fc from 'fast-check';
import type { GroupInput } from '../../src/group/words.ts';
import { tokenize } from '../../src/text/tokens.ts';

type Draft = { id: string; title?: string; text?: string; date?: string; language?: string; theme?: string };

/** An article as grouping reads it; each line of the text is a sentence. */
export function draft({ id, title = '', text = '', date, language = 'en', theme }: Draft): GroupInput {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    id,
    file: `${id}.md`,
    part: `${id}.md#text`,
    language,
    title: { text: title },
    sentences: lines.map((line) => ({
      text: line,
      tokens: tokenize(line, language).map((token) => token.text),
    })),
    date: date === undefined ? null : { value: date },
    metadata: theme === undefined ? {} : { theme: { value: theme, range: { start: 0, end: 0 } } },
  };
}

const ferry = `The ferry Anselm ran aground off Quill Point on Monday night with ninety passengers aboard.
Rescue boats from Tarrow brought every passenger of the Anselm ashore before midnight.
The captain of the ferry said a buoy at Quill Point had lost its light.
Harbour officials in Tarrow opened an inquiry into the missing buoy light.`;

const ferryElsewhere = `Ninety passengers were taken off the ferry Anselm after it struck the shoals of Quill Point.
Lifeboat crews from Tarrow worked until midnight, and nobody on the Anselm was hurt.
An unlit buoy may have misled the captain, the harbour officials in Tarrow believe.
Their inquiry will look at when the buoy light at Quill Point failed.`;

const cheese = `A cheese from the Hob valley took the gold medal at the autumn fair.
Its maker keeps forty goats and a cellar dug by her grandfather.
The judges praised the rind, which smells of hay and walnuts.
She will spend the prize on a new copper kettle.`;

const library = `The library of Penfold has lent its ten thousandth novel this year.
Readers queue on Saturday mornings for the new books of the museum trail.
A film festival in the reading room drew families from three villages.
The artist who painted the stairwell plans an exhibition in spring.`;

/** Two tellings of one event, and two articles about other things. */
export const texts = { ferry, ferryElsewhere, cheese, library };

/** The same articles in another order, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 });
  return order[0] ?? [];
}

const seaLines = [
  'The boat left the harbour with nets and rope.',
  'Fishermen mended sails beside the harbour wall.',
  'A gale kept every boat at the quay.',
  'The tide carried rope and sails to the quay.',
];
const fieldLines = [
  'The farmer sowed barley on the upper field.',
  'Cattle grazed near the barn and the orchard.',
  'A late frost harmed barley and the orchard.',
  'The farmer sold cattle at the barn.',
];

/** Two themes with one seed each; the other words have to be learned. */
export const landThemes = [
  { name: 'Sea', seeds: ['boat', 'sea bird'] },
  { name: 'Field', seeds: ['farmer'] },
];

/** Articles of the two themes in turn; every fourth holds no seed. */
export function landArticles(count: number): GroupInput[] {
  return Array.from({ length: count }, (_, i) => {
    const lines = i % 2 === 0 ? seaLines : fieldLines;
    const turn = Math.floor(i / 2);
    const seeded =
      turn % 4 === 3
        ? [1, 3].filter((n) => !/\b(?:boat|farmer)\b/u.test(lines[n] ?? ''))
        : [turn % 4, (turn + 2) % 4];
    const text = seeded.map((n) => lines[n]).join('\n');
    return draft({ id: `land-${String(i).padStart(4, '0')}`, title: `Note ${i}`, text });
  });
}
