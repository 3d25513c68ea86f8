/** Mails that come back, in the forms in which mail servers write them; people and places are invented. */

export const base = 'bounces@reed.example';
export const addresses = { returnPath: base, leave: 'leave@reed.example' };
export const reader = '00112233445566778899aabbccddeeff';

export type Sent = { issue: string; subscriber: string; email: string; token?: string };

export const may: Sent = { issue: '2026-05', subscriber: reader, email: 'ada@pond.example' };

export const pathOf = ({ issue, subscriber }: Sent): string => `bounces+${issue}=${subscriber}@reed.example`;
export const idOf = ({ issue, subscriber }: Sent): string => `<${issue}.m3k9z.${subscriber}@reed.example>`;

/** The header of the mail that was sent. */
export function headerOf(sent: Sent): string {
  return [
    'From: Reed Letters <letters@reed.example>',
    'Subject: The geese are back, 550 of them, user unknown',
    `To: ${sent.email}`,
    `Message-ID: ${idOf(sent)}`,
    ...(sent.token
      ? [
          `List-Unsubscribe: <https://reed.example/mail/unsubscribe/${sent.token}>,`,
          ` <mailto:leave@reed.example?subject=unsubscribe%20${sent.token}>`,
        ]
      : []),
    'List-ID: Reed Letters <digest.reed.example>',
  ].join('\n');
}

type Dsn = {
  from?: string;
  to: string;
  subject?: string;
  words?: string;
  status: string;
  type?: string;
  returned?: string;
  returnedType?: string;
  head?: string[];
};

/** multipart/report (RFC 3464). */
export function report({
  from,
  to,
  subject,
  words,
  status,
  type,
  returned,
  returnedType,
  head,
}: Dsn): Buffer {
  const boundary = 'C0FFEE.1780300000/mx.pond.example';
  return Buffer.from(
    [
      'Return-Path: <>',
      ...(head ?? []),
      `From: ${from ?? 'MAILER-DAEMON@mx.pond.example (Mail Delivery System)'}`,
      `Subject: ${subject ?? 'Undelivered Mail Returned to Sender'}`,
      `To: ${to}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      `\tboundary="${boundary}"`,
      'Content-Transfer-Encoding: 8bit',
      '',
      'This is a MIME-encapsulated message.',
      '',
      `--${boundary}`,
      'Content-Description: Notification',
      'Content-Type: text/plain; charset=utf-8',
      '',
      words ?? 'This is the mail system at host mx.pond.example.\n\nI am sorry to have to inform you.',
      '',
      `--${boundary}`,
      `Content-Type: ${type ?? 'message/delivery-status'}`,
      '',
      status,
      '',
      ...(returned === undefined
        ? []
        : [`--${boundary}`, `Content-Type: ${returnedType ?? 'text/rfc822-headers'}`, '', returned, '']),
      `--${boundary}--`,
      '',
    ].join('\n'),
  );
}

export function postfix(
  sent: Sent,
  {
    code = '5.1.1',
    action = 'failed',
    diagnostic = '550 5.1.1 <ada@pond.example>: Recipient address rejected: User unknown',
  } = {},
): Buffer {
  return report({
    to: pathOf(sent),
    returned: headerOf(sent),
    status: [
      'Reporting-MTA: dns; mx.reed.example',
      'X-Postfix-Queue-ID: 4C0FFEE',
      `X-Postfix-Sender: rfc822; ${pathOf(sent)}`,
      'Arrival-Date: Mon,  1 Jun 2026 07:00:00 +0000 (UTC)',
      '',
      `Final-Recipient: rfc822; ${sent.email}`,
      `Original-Recipient: rfc822;${sent.email}`,
      `Action: ${action}`,
      `Status: ${code}`,
      'Remote-MTA: dns; mx.pond.example',
      `Diagnostic-Code: smtp; ${diagnostic}`,
    ].join('\n'),
  });
}

/** Exim, since it writes reports. */
export function exim(sent: Sent): Buffer {
  return report({
    from: 'Mail Delivery System <Mailer-Daemon@mx.reed.example>',
    to: pathOf(sent),
    subject: 'Mail delivery failed: returning message to sender',
    head: [`X-Failed-Recipients: ${sent.email}`],
    words: `This message was created automatically by mail delivery software.\n\n  ${sent.email}\n    host mx.pond.example [192.0.2.7]\n    SMTP error from remote mail server after RCPT TO:<${sent.email}>:\n    550 Unrouteable address`,
    status: `Reporting-MTA: dns; mx.reed.example\n\nAction: failed\nFinal-Recipient: rfc822;${sent.email}\nStatus: 5.0.0\nRemote-MTA: dns; mx.pond.example\nDiagnostic-Code: smtp; 550 Unrouteable address`,
    returnedType: 'message/rfc822',
    returned: `Return-path: <${pathOf(sent)}>\n${headerOf(sent)}\n\nThe letter.`,
  });
}

/** Exim without a report, to an address that does not say whose. */
export function oldExim(sent: Sent): Buffer {
  return Buffer.from(
    `Return-path: <>
Envelope-to: ${base}
X-Failed-Recipients: ${sent.email}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.reed.example>
To: ${base}
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${sent.email}
    (ultimately generated from ada@old.example)
    retry timeout exceeded: 550 5.1.1 no such user here

------ This is a copy of the message, including all the headers. ------

Return-path: <${pathOf(sent)}>
${headerOf(sent)}

452 4.2.2 is what the letter is about.
`,
  );
}

export function qmail(sent: Sent, reason = 'Sorry, no mailbox here by that name. (#5.1.1)'): Buffer {
  return Buffer.from(
    `Return-Path: <>
Delivered-To: ${pathOf(sent)}
From: MAILER-DAEMON@pond.example
To: ${pathOf(sent)}
Subject: failure notice

Hi. This is the qmail-send program at pond.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${sent.email}>:
${reason}

--- Below this line is a copy of the message.

Return-Path: <${pathOf(sent)}>
${headerOf(sent)}

The letter, with a 452 in it.
`,
  );
}

/** Exchange Online: the returned header is in a part of its own, the recipient's name in the words. */
export function exchange(sent: Sent): Buffer {
  return report({
    from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@pond.example>',
    to: base,
    subject: 'Undeliverable: The geese are back',
    head: [`In-Reply-To: ${idOf(sent)}`, `References: ${idOf(sent)}`, 'X-MS-Exchange-Message-Is-Ndr:'],
    words: `Delivery has failed to these recipients or groups:\n\n${sent.email}\nThe email address you entered couldn't be found.`,
    status: `Reporting-MTA: dns;XX0P.pond.example\nReceived-From-MTA: dns;mx.reed.example\nArrival-Date: Mon, 1 Jun 2026 07:00:01 +0000\n\nFinal-Recipient: rfc822;${sent.email}\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\nX-Display-Name: Ada`,
    returnedType: 'message/rfc822',
    returned: `${headerOf(sent)}\n\nThe letter.`,
  });
}

/** Gmail: HTML beside the text, and a status of several lines. */
export function gmail(sent: Sent): Buffer {
  return report({
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    to: pathOf(sent),
    subject: 'Delivery Status Notification (Failure)',
    head: [`X-Failed-Recipients: ${sent.email}`, `In-Reply-To: ${idOf(sent)}`],
    words: `** Address not found **\n\nYour message wasn't delivered to ${sent.email} because the address couldn't be found.`,
    status: `Reporting-MTA: dns; googlemail.com\nArrival-Date: Mon, 01 Jun 2026 00:00:03 -0700 (PDT)\nX-Original-Message-ID: ${idOf(sent)}\n\nFinal-Recipient: rfc822; ${sent.email}\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.pond.example. (192.0.2.7, the server for the domain pond.example.)\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please\n 550-5.1.1 double-checking the address for typos.\n 550 5.1.1 NoSuchUser - gsmtp\nLast-Attempt-Date: Mon, 01 Jun 2026 00:00:04 -0700 (PDT)`,
    returnedType: 'message/rfc822',
    returned: headerOf(sent),
  });
}

/** SES gives mails a Message-ID of its own: only the return path and the link say whose it was. */
export function ses(sent: Sent): Buffer {
  return report({
    from: 'MAILER-DAEMON@eu-central-1.amazonses.com',
    to: base,
    subject: 'Delivery Status Notification (Failure)',
    words: `An error occurred while trying to deliver the mail to the following recipients:\n${sent.email}`,
    status: `Reporting-MTA: dns; a7-1.smtp-out.eu-central-1.amazonses.com\n\nAction: failed\nFinal-Recipient: rfc822; ${sent.email}\nDiagnostic-Code: smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS for pond.example>\nStatus: 4.4.7`,
    returnedType: 'message/rfc822',
    returned: headerOf(sent).replace(idOf(sent), '<0107018f@eu-central-1.amazonses.com>'),
  });
}

/** RFC 6533: addresses beyond ASCII, in UTF-8 as it is. */
export function international(sent: Sent): Buffer {
  return report({
    to: pathOf(sent),
    subject: 'Nicht zustellbar: Gänse',
    type: 'message/global-delivery-status',
    words: 'Die Adresse gänse@teich.example gibt es nicht.',
    status:
      'Reporting-MTA: dns; mx.teich.example\n\nFinal-Recipient: utf-8; gänse@teich.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 Empfänger gänse@teich.example unbekannt',
    returnedType: 'message/global-headers',
    returned: headerOf({ ...sent, email: 'gänse@teich.example' }),
  });
}

/** A complaint (RFC 5965). */
export function complaint(sent: Sent, type = 'abuse'): Buffer {
  return Buffer.from(
    report({
      from: 'Pond Feedback <feedback@pond.example>',
      to: base,
      subject: 'complaint about message from 192.0.2.1',
      words: 'This is an email abuse report for an email message received from IP 192.0.2.1.',
      type: 'message/feedback-report',
      status: `Feedback-Type: ${type}\nUser-Agent: PondFBL/1.0\nVersion: 1\nOriginal-Mail-From: <${pathOf(sent)}>\nOriginal-Rcpt-To: <${sent.email}>\nArrival-Date: Mon, 01 Jun 2026 07:00:00 GMT\nSource-IP: 192.0.2.1`,
      returnedType: 'message/rfc822',
      returned: `${headerOf(sent)}\n\nThe letter.`,
    })
      .toString()
      .replace('report-type=delivery-status', 'report-type=feedback-report'),
  );
}

/** The way Microsoft sends complaints: the mail attached, and nothing for machines. */
export function hotmail(sent: Sent): Buffer {
  return Buffer.from(
    `From: staff@hotmail.example\nTo: ${base}\nSubject: complaint about message from 192.0.2.1\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: message/rfc822\nContent-Disposition: inline\n\nX-HmXmrOriginalRecipient: ${sent.email}\n${headerOf(sent)}\n\nThe letter.\n--b--\n`,
  );
}

export function absence(sent: Sent): Buffer {
  return Buffer.from(
    `Return-Path: <>\nFrom: Ada <${sent.email}>\nTo: ${pathOf(sent)}\nSubject: Automatic reply: The geese are back\nAuto-Submitted: auto-replied (vacation)\n\nI am at the lake. For 550 reasons my mail could not be delivered.\n`,
  );
}

/** A person writes back to the return path, and quotes a bounce. */
export function reply(sent: Sent): Buffer {
  return Buffer.from(
    `Return-Path: <ada@pond.example>\nFrom: Ada <ada@pond.example>\nTo: ${pathOf(sent)}\nSubject: Re: The geese\n\nMy friend's copy could not be delivered: 550 5.1.1 user unknown. Help?\n`,
  );
}

export function letter(): Buffer {
  return Buffer.from(
    'Return-Path: <bo@lake.example>\nFrom: Bo <bo@lake.example>\nTo: letters@reed.example\nSubject: Lovely\n\nThank you.\n',
  );
}

export function leaving(token: string, subject = `unsubscribe ${token}`): Buffer {
  return Buffer.from(
    `Return-Path: <ada@pond.example>\nFrom: Ada <ada@pond.example>\nTo: leave@reed.example\nSubject: ${subject}\n\n`,
  );
}
