/** What HTML of ours must satisfy, as `digestif proof` asks it. */
import { findHtmlFaults, type Profile } from '../../src/proof/html-rules.ts';

/** Complaints about a document, as text; none is good. */
export async function complaintsOf(html: string, profile: Profile): Promise<string[]> {
  return (await findHtmlFaults(html, profile)).map(({ line, message }) => `${line}: ${message}`);
}

/** Every address a document links to or loads. */
export function addressesIn(html: string): string[] {
  return Array.from(html.matchAll(/\s(?:href|src|action|background|poster|srcset)="([^"]*)"/g), ([, value]) =>
    (value ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'"),
  );
}
