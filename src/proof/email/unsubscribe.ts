/** Whoever reads it must be able to leave, and to know who writes: in the HTML and in the text part alike. */
import { unsubscribeAddress } from '../../text/addresses.ts';
import type { Site } from '../../types.ts';
import { finding, judge, type OpenMail, type Verdict } from '../gate.ts';
import { shownWords } from '../legible.ts';
import { linksOf } from '../links.ts';
import { bare, linksInText } from './told.ts';

export function checkUnsubscribe({ email, text, site }: OpenMail): Verdict {
  const inHtml = linksOf(email.elements).some(
    ({ element, address }) => isWayOut(address, site) && bare(shownWords(email, element)) !== '',
  );
  const inText = linksInText(text).some((address) => isWayOut(address, site));
  const address = bare(site.postalAddress ?? '');
  const named = { html: bare(shownWords(email)).includes(address), text: bare(text).includes(address) };
  const says = site.postalAddress === null ? '' : ' and the postal address';
  return judge(
    [
      ...(inHtml ? [] : [finding('the email has no link to leave', leaveHint)]),
      ...(inText ? [] : [finding('the text part has no link to leave', leaveHint)]),
      ...(named.html ? [] : [finding('the email does not name the postal address', addressHint)]),
      ...(named.text ? [] : [finding('the text part does not name the postal address', addressHint)]),
    ],
    `HTML and text have a link to leave${says}.`,
    sentenceFor({ inHtml, inText }),
  );
}

const leaveHint = 'Link to {{slots.unsubscribe}}, with words that are shown: our email-footer does.';
const addressHint = 'Write {{site.postalAddress}}: our email-footer does.';

function sentenceFor({ inHtml, inText }: { inHtml: boolean; inText: boolean }): string {
  if (!inHtml) return 'The email has no link to leave.';
  return inText ? 'Readers are not told the postal address.' : 'The text part has no link to leave.';
}

/** Whether an address is that on which readers leave, everybody's or a reader's own. */
export function isWayOut(address: string, site: Pick<Site, 'url'>): boolean {
  const page = unsubscribeAddress(site.url);
  return address.startsWith(page) && /^(?:[/?#].*|[.,;:!?)]*)$/u.test(address.slice(page.length));
}
