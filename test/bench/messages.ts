/**
 * CPU a mail costs, ours and nodemailer's, in the same run: `npm run bench:messages`. The mails have about 77 KB, as an
 * issue of twenty stories. What matters are the ratios: the milliseconds are this machine's.
 */
import nodemailer from 'nodemailer';
import { listIdOf, mailFor, prepareIssueMail } from '../../src/deliver/mail.ts';
import { makeToken } from '../../src/deliver/tokens.ts';
import { renderEmail } from '../../src/render/email.ts';
import { fillSlots } from '../../src/render/slots.ts';
import { ed25519, rsa } from '../deliver/keys.ts';
import { ourTemplates, sampleIssue, site } from '../render/fixture.ts';

const rounds = 400;
const date = new Date('2026-06-01T06:00:00Z');
const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';
const serveUrl = 'https://lantern.example/mail';
const issue = sampleIssue();
const list = { id: listIdOf(site), returnPath: 'bounces@lantern.example', leave: 'leave@lantern.example' };
const { value: email } = await renderEmail(issue, site, ourTemplates(), { bytes: 102_400 });
const { slots, slotted } = email;
const { text } = slotted;
/** Stories more, of the same kind as those before. */
const stories =
  '<p class="m"><a href="https://courier.example/a?b=c">Sallow Post</a> · the ferry at Low Reed</p>\n';
const html = slotted.html.replace('</body>', `${stories.repeat(420)}</body>`);

const content = { html, text, slots };
const unsigned = prepareIssueMail({ site, issue, content, serveUrl, dkim: [], list });

function recipient(i: number): { id: string; email: string; name: string; token: string } {
  const id = i.toString(16).padStart(32, '0');
  const token = makeToken(secret, {
    purpose: 'unsubscribe',
    list: list.id,
    subscriber: id,
    issue: issue.key,
    expires: null,
  });
  return { id, email: `reader${i}@reed.example`, name: `Reader ${i}`, token };
}

function ours(dkim: Parameters<typeof prepareIssueMail>[0]['dkim']): (i: number) => Promise<number> {
  const mail = { ...unsigned, dkim };
  return async (i) => mailFor(mail, recipient(i), date).bytes.length;
}

function theirs(signing: typeof rsa | null): (i: number) => Promise<number> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const dkim = signing && {
    domainName: signing.domain,
    keySelector: signing.selector,
    privateKey: signing.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  return async (i) => {
    const { id, email: to, token } = recipient(i);
    const link = `${serveUrl}/unsubscribe/${token}`;
    const values = { unsubscribe: link, recipient: to };
    const info = await transport.sendMail({
      from: site.sender.email,
      to,
      subject: issue.subject,
      html: fillSlots(html, slots, values, true),
      text: fillSlots(text, slots, values, false),
      textEncoding: 'quoted-printable',
      date,
      messageId: `<${id}@lantern.example>`,
      headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      ...(dkim && { dkim }),
    });
    return (info.message as Buffer).length;
  };
}

/** Milliseconds of CPU a mail, all threads: the best of three runs, because the machine has other things to do. */
async function measure(make: (i: number) => Promise<number>): Promise<{ ms: number; bytes: number }> {
  let [ms, bytes] = [Number.POSITIVE_INFINITY, 0];
  for (let run = 0; run < 3; run++) {
    for (let i = 0; i < 20; i++) bytes = await make(i);
    const before = process.cpuUsage();
    for (let i = 0; i < rounds; i++) await make(i);
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000 / rounds);
  }
  return { ms, bytes };
}

const rows = [
  ['ours, unsigned', await measure(ours([]))],
  ['ours, rsa-sha256', await measure(ours([rsa]))],
  ['ours, ed25519-sha256', await measure(ours([ed25519]))],
  ['ours, both', await measure(ours([rsa, ed25519]))],
  ['nodemailer, unsigned', await measure(theirs(null))],
  ['nodemailer, rsa-sha256', await measure(theirs(rsa))],
] as const;
const base = rows[1][1].ms;
for (const [name, { ms, bytes }] of rows) {
  const cells = [
    name.padEnd(24),
    `${ms.toFixed(3)} ms`,
    `${(ms / base).toFixed(2)} of ours signed`,
    `${bytes} bytes`,
  ];
  process.stdout.write(`${cells.join('  ')}\n`);
}
