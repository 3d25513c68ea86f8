/** Signs that nobody sees and that do harm: controls, halves of characters, turns of direction that go on and on. */

/**
 * All but tab and line feed, what is no character at all, what turns words round by force, and letters without a shape
 * that are no part of a flag.
 */
const harmful =
  /(?![\t\n])[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}\u202D\u202E]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,6})[\u{E0000}-\u{E007F}]/gu;

/** Nothing of it, and nothing that turns: most texts. */
const harmless = /^[\t\n\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*$/u;

export type Sign = { name: string; index: number };

export function findControls(text: string): Sign[] {
  if (harmless.test(text)) return [];
  return Array.from(text.matchAll(harmful), ({ 0: sign, index }) => ({ name: nameOf(sign), index }));
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Turns of direction that do not end in the line in which they begin: to whoever draws text, that is a paragraph. */
export function findTurns(text: string): Sign[] {
  if (harmless.test(text)) return [];
  const found: Sign[] = [];
  let open: { ends: string; sign: Sign }[] = [];
  const endLine = (): void => {
    found.push(...open.map(({ sign }) => sign));
    open = [];
  };
  for (const { 0: character, index } of text.matchAll(/[\u202A-\u202C\u2066-\u2069\n]/gu)) {
    const sign = { name: nameOf(character), index };
    if (character === '\n') endLine();
    else if (character !== '\u202C' && character !== '\u2069')
      open.push({ ends: character < '\u2066' ? '\u202C' : '\u2069', sign });
    else if (open.at(-1)?.ends === character) open.pop();
    else found.push(sign);
  }
  endLine();
  return found;
}
