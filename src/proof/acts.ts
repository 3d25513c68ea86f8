/** What must stand in no bytes that we publish: anything that acts, and elements that no program knows. */
import { count, type Finding, findingAt, judge, type OpenMail, type Verdict } from './gate.ts';
import { attributeOf, type Doc, type Element } from './markup.ts';

const acting = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base']);

/** Facts for machines are no program. */
function isData(element: Element): boolean {
  return element.tagName === 'script' && attributeOf(element, 'type') === 'application/ld+json';
}

/** Scripts, frames, handlers, and elements with a hyphen: tags of MJML that its compiler did not take for its own. */
export function findActs(doc: Doc): Finding[] {
  return doc.elements.flatMap((element) => {
    const { tagName, attrs } = element;
    const handlers = attrs.filter(({ name }) => /^on/iu.test(name)).map(({ name }) => name);
    if (acting.has(tagName) && !isData(element))
      return [findingAt(doc, element, `<${tagName}> in what is published`, 'Take it out of the template.')];
    if (tagName.includes('-')) {
      const hint =
        'MJML left it as it is: it stands where its parent takes plain HTML, or a tag before it is not closed.';
      return [findingAt(doc, element, `<${tagName}>, which no program knows`, hint)];
    }
    return handlers.map((name) =>
      findingAt(doc, element, `${name}= on <${tagName}>`, 'Take the handler out of the template.'),
    );
  });
}

export function judgeActs(doc: Doc): Verdict {
  const findings = findActs(doc);
  return judge(
    findings,
    'It holds no script, no frame and no element of an unknown kind.',
    `${count(findings.length, 'thing that acts', 'things that act')}, or that no program knows.`,
  );
}

export function checkActs({ email }: OpenMail): Verdict {
  return judgeActs(email);
}
