/** What may be written into XML 1.0 and HTML alike: no control but tab and line feed, no half of a surrogate pair. */
const forbidden = /[\p{Surrogate}\uFFFE\uFFFF]|(?![\t\n])\p{Control}/gu;

/** Nothing of it: most texts, and told in a tenth of the time. */
const harmless = /^[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]*$/;

const bidiControls = /[\u202A-\u202E\u2066-\u2069]/gu;

const entities: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The text without what would break XML; every kind of line end becomes a line feed. */
export function stripControls(text: string): string {
  if (harmless.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '');
}

/** The text without marks that turn the direction of all that follows. For labels; a quotation keeps its own. */
export function stripBidi(text: string): string {
  return text.replace(bidiControls, '');
}

const protocols = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address if a reader may follow it (http, https, mailto), else null. It keeps the form it was written in,
 * unless that holds characters which do not belong into an address.
 */
export function safeUrl(address: string | null): string | null {
  if (address === null) return null;
  const written = address.trim();
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  if (!protocols.has(url.protocol)) return null;
  return /^[!#-;=?-[\]_a-z~]+$/.test(written) ? written : url.href;
}

/** A copy of plain data in which every string went through `change`; keys and the rest stay. */
export function mapStrings<T>(data: T, change: (text: string) => string): T {
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(data) as T;
}
