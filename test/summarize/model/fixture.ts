import {
  type Hidden,
  type ModelSentence,
  type Outline,
  outline,
} from '../../../src/summarize/model/outline.ts';
import { SLOTS, type WordTables } from '../../../src/summarize/model/tables.ts';
import { tokenize } from '../../../src/text/tokens.ts';

/** Every word equally rare, no prior for or against. */
export const flatTables: WordTables = {
  idf: new Uint8Array(SLOTS).fill(84),
  prior: new Uint8Array(SLOTS).fill(120),
};

export const seen: Hidden = { paragraphs: false, capitals: false };

/** Paragraphs of sentences as the models see them. */
export function sentencesOf(paragraphs: readonly string[][]): ModelSentence[] {
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.map((text) => ({ text, paragraph, tokens: tokenize(text, 'en').map((t) => t.text) })),
  );
}

export const harbour = sentencesOf([
  ['The council of Low Reed froze the harbour rents on Monday.'],
  ['Rents in Low Reed doubled in nine years.', 'Skippers say “boats will leave” the harbour.'],
  ['It rained.'],
]);

export function outlineOf(sentences: readonly ModelSentence[] = harbour, hidden: Hidden = seen): Outline {
  return outline(sentences, hidden, flatTables);
}
