/**
 * The pattern with each of its letters in both cases, for a part of a pattern whose other parts heed case. Modifiers would
 * say the same, but V8 13.6 misses matches of them in a process that holds much code: after a thousand large expressions
 * it compiles others in another way, and then `(?i:photos?|images?)` within a longer one finds no "Photo". Escapes such as
 * `\s` stay.
 */
export function inAnyCase(pattern: string): string {
  return pattern.replace(/\\.|\p{L}/gu, (sign) => {
    const [small, large] = [sign.toLowerCase(), sign.toUpperCase()];
    return sign.startsWith('\\') || small === large ? sign : `[${small}${large}]`;
  });
}
