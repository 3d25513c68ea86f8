const place = "\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]+){0,3}";
const patterns = [
  new RegExp(
    `^${place}(?:,? [\\p{L}.]{2,12}){0,3}(?:, [\\p{L}.]{2,20} \\d{1,2}(?:, \\d{4})?)?\\s*(?:\\([^)]{2,40}\\)|\\/[^/\\s]{2,30}\\/)?\\s*(?:[-–—]{1,2}|:)\\s`,
    'u',
  ),
  /^\p{Lu}[\p{L}.'’ ]{1,30}(?:, [\p{L}. ]{2,20}\d{0,2})?\s*\((?:AP|AFP|Reuters|dpa|Xinhua|[\p{Lu}]{2,8})\)\s*[-–—]{0,2}\s/u,
  /^\([\p{L} ]{2,20}\)\s*[-–—]/u,
  /^(?:本报|新华社|中新社)[^。，]{1,24}(?:电|讯)/u,
];

/**
 * Length of the dateline that opens a text as agency reports have it (`GENEVA, May 4 (Agency) - `), the white space
 * after it included; 0 when there is none.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, 110);
  for (const pattern of patterns) {
    const found = pattern.exec(head)?.[0];
    if (found !== undefined) return found.length + (/^\s*/u.exec(text.slice(found.length))?.[0].length ?? 0);
  }
  return 0;
}
