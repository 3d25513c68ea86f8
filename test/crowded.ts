/**
 * To be imported first: brings this thread where old ones are. With so many compiled expressions V8 compiles further ones
 * in another way (see `src/text/any-case.ts`).
 */
/** Held, so that their code stays. */
export const held = Array.from({ length: 1500 }, (_, i) => {
  const pattern = new RegExp(`(?:a${i}|b${i}|\\p{Lu}{1,20}[^x${i}]\\p{Ll}+){1,9}(?<!\\p{L})${i}`, 'u');
  // Only what is used is compiled, the second time to machine code; for both widths of strings.
  for (const text of ['Abc d', 'Abc d', 'Abé 漢', 'Abé 漢']) pattern.test(text + i);
  return pattern;
});
