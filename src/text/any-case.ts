/**
 * The pattern with each of its letters in both cases, for a part of a pattern whose other parts heed case. Modifiers,
 * `(?i:...)`, would say the same, but V8 misses matches of them once a process holds much code: more than 1 MB of regular
 * expressions and 16 MB in all, it compiles expressions without optimizing, and then `/(?i:photo|image)/` finds no
 * "Photo" (so in V8 13.6; `--no-regexp-optimization` shows it). Escapes such as `\s` stay.
 */
export function inAnyCase(pattern: string): string {
  return pattern.replace(/\\.|\p{L}/gu, (sign) => {
    const [small, large] = [sign.toLowerCase(), sign.toUpperCase()];
    return sign.startsWith('\\') || small === large ? sign : `[${small}${large}]`;
  });
}
