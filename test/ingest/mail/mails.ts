import type { SourceFile } from '../../../src/ingest/reader.ts';

/** Prose of more letters than a stub has. */
export const ferry = [
  'The ferry to Sandford was late again on Tuesday, and nobody on the quay was surprised by it.',
  '',
  'Its captain said that the new engine wants more care than the old one, which ran for forty years without a rest.',
  '',
  'The harbour board will meet on Thursday to decide whether the old ferry comes back for the winter months.',
  '',
].join('\r\n');

export const headers = [
  'From: "Reed Courier" <news@reed-courier.example>',
  'To: Ann Pell <ann.pell@lindow.example>',
  'Subject: [courier] =?utf-8?Q?The_ferry_=E2=80=93_late_again?=',
  'Date: Tue, 14 May 2024 09:21:18 +0200',
];

/** Lines with the line ends of mails. */
export function mail(...lines: string[]): string {
  return lines.join('\r\n');
}

/** A mail of several parts, each a list of header lines and a body. */
export function multipart(type: string, boundary: string, ...parts: [string[], string][]): string {
  const inner = parts.map(([head, body]) => mail(`--${boundary}`, ...head, '', body));
  return mail(`Content-Type: multipart/${type}; boundary="${boundary}"`, '', ...inner, `--${boundary}--`, '');
}

export function fileOf(source: string | Uint8Array, path = 'ebb.eml'): SourceFile {
  const bytes = typeof source === 'string' ? Buffer.from(source, 'utf8') : source;
  return { path, bytes, sha256: '0'.repeat(64) };
}
