import { sentencesOf } from './articles.ts';

type Dice = (sides: number) => number;

/** True once in `times` throws, more or less: `chance(dice, 0.3)`. */
function chance(dice: Dice, probability: number): boolean {
  return dice(1_000_000) < probability * 1_000_000;
}

function randomLetter(dice: Dice): string {
  return String.fromCharCode(97 + dice(26));
}

/** Letters replaced, lost or doubled, as scanning does it. */
function scan(text: string, rate: number, dice: Dice): string {
  return text.replace(/[a-z]/giu, (letter) => {
    if (!chance(dice, rate)) return letter;
    const kind = dice(10);
    return kind < 6 ? randomLetter(dice) : kind < 8 ? '' : letter + randomLetter(dice);
  });
}

function shuffle<T>(items: readonly T[], dice: Dice): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = dice(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

const footer =
  'Sign up for our free newsletter and never miss a story again. Follow us on every channel and share this page ' +
  'with your friends. All rights reserved; no part of this page may be copied without written permission of the ' +
  'publisher. Contact the editors if you find a mistake in this article.';

/** What happens to copies of an article on their way; the same for the same dice. */
export const perturbations: Readonly<Record<string, (text: string, dice: Dice) => string>> = {
  'boilerplate added': (text) => `${footer}\n${text}\n${footer}`,
  'first half only': (text) => {
    const sentences = sentencesOf(text);
    return sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ');
  },
  '30% of sentences dropped': (text, dice) =>
    sentencesOf(text)
      .filter(() => !chance(dice, 0.3))
      .join(' '),
  'scanned, 3% noise': (text, dice) => scan(text, 0.03, dice),
  'scanned, 8% noise': (text, dice) => scan(text, 0.08, dice),
  '10% of words edited': (text, dice) =>
    text.replace(/\p{L}+/gu, (word) => (chance(dice, 0.1) ? `${randomLetter(dice)}${word}x` : word)),
  'sentences shuffled': (text, dice) => shuffle(sentencesOf(text), dice).join(' '),
};
