import { z } from 'zod';

function hasWord(seed: string): boolean {
  return /[\p{L}\p{N}]/u.test(seed);
}

/** A theme and what it is known by. */
export const themeSchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .refine(
        (name) => !/^\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2}|Q\d)$/u.test(name),
        'this is the name of an issue',
      )
      .describe('What readers see above the stories.'),
    seeds: z
      .array(z.string().min(1).refine(hasWord, 'a seed needs a letter or a digit'))
      .min(1)
      .describe('Words or short phrases that speak for the theme.'),
  })
  .describe('A theme and its seed words.');

/** A default taxonomy for a newsletter that has none yet. */
export const defaultThemes: z.infer<typeof themeSchema>[] = [
  {
    name: 'Politics',
    seeds: ['government', 'minister', 'parliament', 'election', 'council', 'vote', 'law', 'treaty', 'mayor'],
  },
  {
    name: 'Economy',
    seeds: [
      'economy',
      'market',
      'trade',
      'bank',
      'company',
      'prices',
      'tariff',
      'investment',
      'jobs',
      'budget',
    ],
  },
  {
    name: 'Technology',
    seeds: [
      'technology',
      'software',
      'computer',
      'chip',
      'artificial intelligence',
      'internet',
      'robot',
      'data',
    ],
  },
  {
    name: 'Science',
    seeds: ['science', 'researchers', 'study', 'laboratory', 'physics', 'species', 'telescope', 'university'],
  },
  {
    name: 'Environment',
    seeds: [
      'climate',
      'energy',
      'river',
      'forest',
      'emissions',
      'wind',
      'solar',
      'water',
      'wildlife',
      'pipeline',
    ],
  },
  {
    name: 'Health',
    seeds: ['health', 'hospital', 'doctor', 'patients', 'disease', 'medicine', 'vaccine', 'nurse', 'clinic'],
  },
  {
    name: 'Culture',
    seeds: [
      'music',
      'film',
      'book',
      'museum',
      'theatre',
      'festival',
      'artist',
      'novel',
      'exhibition',
      'library',
    ],
  },
  {
    name: 'Society',
    seeds: [
      'school',
      'housing',
      'family',
      'police',
      'court',
      'transport',
      'community',
      'teachers',
      'village',
    ],
  },
];
