import type { Story } from '../../types.ts';
import { type Finding, finding, findingAt, judge, type OpenMail, type Verdict } from '../gate.ts';
import { attributeOf, type Doc, type Element, inherited, isElement, squeeze, textIn } from '../markup.ts';
import { storiesOf } from '../verify.ts';

/**
 * Language and direction: on the root, on whatever stands directly in the body (webmail throws root and body away),
 * and on every story that differs from the issue.
 */
export function checkLanguage({ email, issue }: OpenMail): Verdict {
  const findings = [...checkRoot(email, issue), ...checkBody(email, issue), ...checkStories(email, issue)];
  return judge(
    findings,
    'Root, body and every story say their language and direction.',
    'A screen reader would use the wrong voice, or text would run the wrong way.',
  );
}

type Tongue = Pick<Story, 'language' | 'dir'>;

export function checkRoot(doc: Doc, { language, dir }: Tongue): Finding[] {
  const root = doc.elements.find((e) => e.tagName === 'html');
  if (!root) return [finding('there is no root element')];
  return [
    ...compare(doc, root, 'lang', attributeOf(root, 'lang'), language),
    ...compare(doc, root, 'dir', attributeOf(root, 'dir'), dir),
  ];
}

function checkBody(doc: Doc, { language, dir }: Tongue): Finding[] {
  const body = doc.elements.find((e) => e.tagName === 'body');
  const children = (body?.childNodes ?? []).filter(isElement);
  return children.flatMap((child) => [
    ...compare(doc, child, 'lang', attributeOf(child, 'lang'), language),
    ...compare(doc, child, 'dir', attributeOf(child, 'dir'), dir),
  ]);
}

/** The words of a story are its heading and its quotations. */
export function checkStories(doc: Doc, issue: Parameters<typeof storiesOf>[0]): Finding[] {
  const quotes = new Map(
    storiesOf(issue).flatMap((story) =>
      [story.title, ...story.highlights.map((h) => h.text)].map((text) => [squeeze(text), story] as const),
    ),
  );
  const found: Finding[] = [];
  for (const element of doc.elements) {
    if (!/^(?:h[1-6]|li)$/u.test(element.tagName)) continue;
    const story = quotes.get(squeeze(ownWords(element)));
    if (!story) continue;
    found.push(...compare(doc, element, 'lang', inherited(element, 'lang'), story.language));
    found.push(...compare(doc, element, 'dir', inherited(element, 'dir'), story.dir));
  }
  return found;
}

/** Words of an element up to the link or the note that follows them, or all of them. */
function ownWords(element: Element): string {
  const [first] = element.childNodes;
  return first?.nodeName === '#text' && 'value' in first ? first.value : textIn(element);
}

function compare(doc: Doc, element: Element, name: string, is: string | undefined, wanted: string) {
  if (is === wanted) return [];
  const what = is === undefined ? `no ${name}` : `${name}="${is}"`;
  return [
    findingAt(
      doc,
      element,
      `<${element.tagName}> has ${what}, its words are ${wanted}`,
      `Write ${name}="${wanted}".`,
    ),
  ];
}
