const place = "\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]+){0,3}";
const patterns = [
  new RegExp(
    `^${place}(?:,? [\\p{L}.]{2,12}){0,3}(?:, [\\p{L}.]{2,20} \\d{1,2})?\\s*(?:\\([^)]{2,40}\\))?\\s*(?:[-–—]{1,2}|:)\\s`,
    'u',
  ),
  /^\p{Lu}[\p{L}.'’ ]{1,30}(?:, [\p{L}. ]{2,20}\d{0,2})?\s*\((?:AP|AFP|Reuters|dpa|Xinhua|[\p{Lu}]{2,8})\)\s*[-–—]{0,2}\s/u,
  /^\([\p{L} ]{2,20}\)\s*[-–—]/u,
  /^(?:本报|新华社|中新社)[^。，]{1,24}(?:电|讯)/u,
];

/** Whether a text opens as agency reports do: `GENEVA, May 4 (Agency) -`. */
export function dateLineStart(text: string): boolean {
  const head = text.slice(0, 110);
  return patterns.some((p) => p.test(head));
}
