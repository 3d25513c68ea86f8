import type { MailBytes } from '../gate.ts';
import {
  attributeOf,
  type Doc,
  type Element,
  isElement,
  openDoc,
  parentOf,
  squeeze,
  textIn,
} from '../markup.ts';

type Span = { name: string; start: number; end: number };

const plain = 'Frame, letter and footer';

/** What takes the bytes of the email, largest first; the sum is its size. */
export function weighMail({
  html,
  issue,
}: Pick<MailBytes, 'html' | 'issue'>): { name: string; bytes: number }[] {
  const doc = openDoc(html, issue);
  const names: string[] = [plain];
  const labels = new Uint16Array(html.length);
  // Later spans lie inside earlier ones and win.
  const spans = [...sectionsOf(doc, issue), ...machinery(doc), ...addressesOf(doc)];
  for (const { name, start, end } of spans) {
    if (!names.includes(name)) names.push(name);
    labels.fill(names.indexOf(name), start, end);
  }
  const bytes = names.map(() => 0);
  for (let at = 0, next = 0; at < html.length; at = next) {
    const label = labels[at] ?? 0;
    while (next < html.length && labels[next] === label) next += 1;
    bytes[label] = (bytes[label] ?? 0) + Buffer.byteLength(html.slice(at, next));
  }
  return names
    .map((name, i) => ({ name, bytes: bytes[i] ?? 0 }))
    .filter((row) => row.bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}

/** The lead and each theme, from its heading to the end of what holds it or to the next. */
function sectionsOf(doc: Doc, issue: MailBytes['issue']): Span[] {
  const wanted = new Map(issue.themes.map((theme) => [squeeze(theme.name), theme.name]));
  if (issue.lead) wanted.set(squeeze(issue.lead.title), 'The lead');
  const starts = doc.elements.flatMap((element) => {
    const name = /^h[1-6]$/u.test(element.tagName) ? wanted.get(squeeze(textIn(element))) : undefined;
    return name === undefined ? [] : [{ name, element }];
  });
  return starts.map(({ name, element }, index) => {
    const start = element.sourceCodeLocation?.startOffset ?? 0;
    const end = parentOf(element)?.sourceCodeLocation?.endOffset ?? start;
    const next = starts[index + 1]?.element.sourceCodeLocation?.startOffset ?? end;
    return { name, start, end: Math.min(end, next) };
  });
}

function machinery(doc: Doc): Span[] {
  const styles = doc.elements.filter((e) => e.tagName === 'style');
  return [
    ...styles.map((e) => spanOf(e, 'Style sheets')),
    ...doc.comments.map((node) => spanOf(node, 'Outlook’s comments')),
  ];
}

function addressesOf(doc: Doc): Span[] {
  return doc.elements.filter(isElement).flatMap((element: Element) => {
    const place = element.sourceCodeLocation?.attrs?.['href'];
    if (element.tagName !== 'a' || !place) return [];
    const isMark = attributeOf(element, 'href')?.includes('#:~:text=');
    const name = isMark ? 'Addresses of sentences' : 'Addresses of links';
    return [{ name, start: place.startOffset, end: place.endOffset }];
  });
}

function spanOf(node: Doc['comments'][number] | Element, name: string): Span {
  const place = node.sourceCodeLocation;
  return { name, start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 };
}
