/** Facts for machines, in a script element that runs nothing. */

/** JSON that cannot end the script element it stands in. */
export function toJsonLd(data: object): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
