/** The gates on the final bytes of an issue, in the order in which they are shown. */

import { checkActs } from './acts.ts';
import { checkDark, checkLight } from './contrast.ts';
import { checkClients } from './email/clients.ts';
import { checkEmbedded } from './email/embedded.ts';
import { checkPreheader, checkSubject } from './email/envelope.ts';
import { checkLanguage } from './email/language.ts';
import { checkAnchors, checkLinks } from './email/links.ts';
import { checkMessage, checkTransport } from './email/message.ts';
import { checkOutlook } from './email/outlook.ts';
import { checkRemote } from './email/remote.ts';
import { checkSize } from './email/size.ts';
import { checkTables } from './email/tables.ts';
import { checkTextLines } from './email/text-lines.ts';
import { checkTwins } from './email/twins.ts';
import { checkUnsubscribe } from './email/unsubscribe.ts';
import { type Check, type Gate, type MailBytes, openMail } from './gate.ts';
import { judgeHtml } from './html-rules.ts';
import { checkLeftOver, checkTextLeftOver } from './left-over.ts';
import { checkLegible } from './legible.ts';
import { pageGates } from './page/gates.ts';

export type { Finding, Gate, MailBytes } from './gate.ts';

export const gates: readonly Check[] = [
  { name: 'size', title: 'Size', check: checkSize },
  { name: 'subject', title: 'Subject', check: checkSubject },
  { name: 'preheader', title: 'Preheader', check: checkPreheader },
  { name: 'html', title: 'HTML of the email', check: ({ html }) => judgeHtml(html, 'email') },
  { name: 'acts', title: 'Nothing that acts', check: checkActs },
  { name: 'left-over', title: 'Left-overs', check: checkLeftOver },
  { name: 'tables', title: 'Layout tables', check: checkTables },
  { name: 'language', title: 'Language and direction', check: checkLanguage },
  { name: 'legible', title: 'Words in sight', check: checkLegible },
  { name: 'contrast-light', title: 'Contrast, light', check: checkLight },
  { name: 'contrast-dark', title: 'Contrast, dark', check: checkDark },
  { name: 'clients', title: 'Mail programs', check: checkClients },
  { name: 'unsubscribe', title: 'Way out', check: checkUnsubscribe },
  { name: 'links', title: 'Links', check: checkLinks },
  { name: 'anchors', title: 'Anchors', check: checkAnchors },
  { name: 'remote', title: 'Remote requests', check: checkRemote },
  { name: 'embedded', title: 'Embedded pictures', check: checkEmbedded },
  { name: 'outlook', title: 'Outlook', check: checkOutlook },
  { name: 'text-content', title: 'Text part', check: checkTwins },
  { name: 'text-lines', title: 'Lines of the text', check: checkTextLines },
  { name: 'text-left-over', title: 'Left-overs of the text', check: checkTextLeftOver },
  { name: 'transport', title: 'Transport', check: checkTransport },
  { name: 'message', title: 'Message', check: checkMessage },
  ...pageGates,
];

/** Every gate's verdict on one issue, in a fixed order. */
export async function checkMail(mail: MailBytes): Promise<Gate[]> {
  const open = openMail(mail);
  const found: Gate[] = [];
  for (const { name, title, check } of gates) found.push({ name, title, ...(await check(open)) });
  return found;
}

export { weighMail } from './email/weight.ts';
export { checkForms } from './page/forms.ts';
export { checkArchive } from './page/gates.ts';
