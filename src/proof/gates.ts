/** The gates on the final bytes of an issue, in the order in which they are shown. */
import { checkPreheader, checkSubject } from './email/envelope.ts';
import { checkLanguage } from './email/language.ts';
import { checkAnchors, checkLinks } from './email/links.ts';
import { checkOutlook } from './email/outlook.ts';
import { checkRemote } from './email/remote.ts';
import { checkSize } from './email/size.ts';
import { checkTables } from './email/tables.ts';
import { type Check, type Gate, type MailBytes, openMail } from './gate.ts';
import { judgeHtml } from './html-rules.ts';

export type { Finding, Gate, MailBytes } from './gate.ts';

export const gates: readonly Check[] = [
  { name: 'size', title: 'Size', check: checkSize },
  { name: 'subject', title: 'Subject', check: checkSubject },
  { name: 'preheader', title: 'Preheader', check: checkPreheader },
  { name: 'html', title: 'HTML of the email', check: ({ html }) => judgeHtml(html, 'email') },
  { name: 'tables', title: 'Layout tables', check: checkTables },
  { name: 'language', title: 'Language and direction', check: checkLanguage },
  { name: 'links', title: 'Links', check: checkLinks },
  { name: 'anchors', title: 'Anchors', check: checkAnchors },
  { name: 'remote', title: 'Remote requests', check: checkRemote },
  { name: 'outlook', title: 'Outlook', check: checkOutlook },
  { name: 'page-html', title: 'HTML of the page', check: ({ page }) => judgeHtml(page, 'web') },
];

/** Every gate's verdict on one issue, in a fixed order. */
export async function checkMail(mail: MailBytes): Promise<Gate[]> {
  const open = openMail(mail);
  const found: Gate[] = [];
  for (const { name, title, check } of gates) found.push({ name, title, ...(await check(open)) });
  return found;
}

/** What takes the bytes of the email; the sum is its size. */
export function weighMail(mail: MailBytes): { name: string; bytes: number }[] {
  return [{ name: 'All', bytes: Buffer.byteLength(mail.html) }];
}
