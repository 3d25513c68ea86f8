import { issueAddress } from '../../text/addresses.ts';
import type { Issue, Site } from '../../types.ts';
import { count, type Finding, finding, findingAt, judge, type OpenMail, type Verdict } from '../gate.ts';
import { requestsOf } from '../links.ts';
import { storiesOf } from '../verify.ts';
import { shorten } from './links.ts';

/** A mail that fetches something tells that it was opened. Only pictures that the editor chose may. */
export function checkRemote({ email, hidden, issue, site }: OpenMail): Verdict {
  const listed = picturesOf(issue, site);
  const requests = [...requestsOf(email.elements), ...requestsOf(hidden)];
  const findings: Finding[] = requests
    .filter(({ address }) => !listed.has(address))
    .map(({ element, address, by }) => {
      const message = `${shorten(address)} would be fetched (${by})`;
      const hint =
        'Embed it from pictures/, leave it out, or choose it: in the letter, or under pictures: in the editor’s page.';
      return element === null || hidden.includes(element)
        ? finding(message, hint)
        : findingAt(email, element, message, hint);
    });
  const allowed = requests.length - findings.length;
  return judge(
    findings,
    allowed === 0
      ? 'Opening the email asks no server for anything.'
      : `Opening the email fetches ${count(allowed, 'picture')} that the editor chose and nothing else.`,
    'Opening the email would tell others that it was opened.',
  );
}

/** Addresses of the pictures that the editor chose from elsewhere: in the letter, and of stories. */
export function picturesOf(issue: Issue, site: Site): Set<string> {
  const base = issueAddress(site, issue);
  const inline = issue.letter.matchAll(/!\[[^\]]*\]\(\s*<?([^\s)>]+)/gu);
  const defined = issue.letter.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gmu);
  const told = storiesOf(issue).flatMap(({ picture }) => (picture && 'url' in picture ? picture.url : []));
  const addresses = [...told, ...[...inline, ...defined].map(([, address = '']) => address)];
  return new Set(addresses.filter((a) => URL.canParse(a, base)).flatMap((a) => [a, new URL(a, base).href]));
}
