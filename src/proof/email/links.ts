import { issueAddress } from '../../text/addresses.ts';
import { count, type Finding, finding, findingAt, judge, type OpenMail, type Verdict } from '../gate.ts';
import { faultOf, idOf, linksOf } from '../links.ts';
import { attributeOf, type Doc } from '../markup.ts';

/** Every link of the email is absolute, and one to a place on the issue's own page finds it there. */
export function checkLinks({ email, hidden, webPage, site, issue }: OpenMail): Verdict {
  const links = linksOf(email.elements);
  const page = issueAddress(site, issue);
  const findings = links.flatMap(({ element, address }) => {
    const fault = faultOfLink(address, email, webPage, page);
    return fault === null ? [] : [findingAt(email, element, `${shorten(address)} ${fault}`)];
  });
  for (const { address } of linksOf(hidden)) {
    const fault = faultOf(address);
    if (fault !== null) findings.push(finding(`a link for Outlook, ${shorten(address)}, ${fault}`));
  }
  const bare = email.elements.filter((e) => e.tagName === 'a' && attributeOf(e, 'href') === undefined);
  findings.push(...bare.map((e) => findingAt(email, e, 'a link that leads nowhere', 'Leave the <a> out.')));
  return judge(
    findings,
    `All of ${count(links.length, 'link')} are absolute; what they promise on the issue’s page is there.`,
    `${count(findings.length, 'link')} of ${links.length} would not work in a mail.`,
  );
}

function faultOfLink(address: string, email: Doc, webPage: Doc, page: string): string | null {
  if (address.startsWith('#')) return faultOfId(address, email, 'in the email');
  const fault = faultOf(address);
  if (fault !== null || !address.startsWith(`${page}#`)) return fault;
  return faultOfId(address.slice(page.length), webPage, 'on the issue’s page');
}

function faultOfId(fragment: string, doc: Doc, where: string): string | null {
  const id = idOf(fragment);
  return id === null || doc.ids.has(id) ? null : `leads to a place that is not ${where}`;
}

/** Ids and names are unique, or a link lands elsewhere. */
export function checkAnchors({ email, webPage }: OpenMail): Verdict {
  const findings = [...findTwice(email, 'the email'), ...findTwice(webPage, 'the page')];
  const all = email.ids.size + webPage.ids.size;
  return judge(findings, `${count(all, 'anchor')}, each once.`, 'A link would land in the wrong place.');
}

function findTwice(doc: Doc, where: string): Finding[] {
  const seen = new Set<string>();
  return doc.elements.flatMap((element) => {
    const own = attributeOf(element, 'id');
    const name = element.tagName === 'a' ? attributeOf(element, 'name') : undefined;
    const ids = [...new Set([own, name])].filter((id) => id !== undefined);
    return ids.flatMap((id) => {
      const fault =
        id === '' || /\s/u.test(id) ? 'is no usable id' : seen.has(id) ? 'stands there twice' : null;
      seen.add(id);
      return fault === null ? [] : [findingAt(doc, element, `“${id}” ${fault} in ${where}`)];
    });
  });
}

export function shorten(address: string): string {
  return `“${address.length > 80 ? `${address.slice(0, 77)}…` : address}”`;
}
