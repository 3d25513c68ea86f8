/**
 * What a reader cannot see and a rendering must not hold: controls that are no white space, signs without width,
 * signs that turn the direction of what follows. Joiners have a look of their own below.
 */
const unseen =
  /(?![\s\u0085])\p{Control}|[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** The scripts that never need a joiner; in all others, and among pictures, it is part of how a word is written. */
const plain = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{P}\p{Z}\p{C}0-9`;
const joined = String.raw`(?:[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}](?<![${plain}]))`;

/** ZWNJ and ZWJ (Persian "می‌روم", a family of pictures) where no letter that could need them stands on both sides. */
const idleJoiners = new RegExp(`(?<!${joined})[\\u200C\\u200D]|[\\u200C\\u200D](?!${joined})`, 'gu');

/** One look for the many texts that have none of it. */
const suspect = /\uFEFF|(?!\s)[\p{Cc}\p{Cf}]/u;

/** The text without what no reader sees. White space stays as it is, lone carriage returns included. */
export function stripInvisible(text: string): string {
  return suspect.test(text) ? text.replace(unseen, '').replace(idleJoiners, '') : text;
}

/** UTF-16 units of a text that no rendering shows: what `stripInvisible` takes, and lone carriage returns. */
export function countInvisible(text: string): number {
  const returns = text.match(/\r(?!\n)/g)?.length ?? 0;
  return text.length - stripInvisible(text).length + returns;
}
