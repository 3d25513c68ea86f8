import type { MailTree } from './tree.ts';

/** Why a mail is not an article, in words that follow "is not an article: ", or null. */
export function reasonAgainst({ leaves, containers, messages }: MailTree): string | null {
  if (messages[0]?.headers.length === 0) return 'it does not begin with the headers of a mail';
  if (containers.includes('multipart/encrypted')) return 'the mail is encrypted';
  const envelope = leaves.find((leaf) => /^application\/(?:x-)?pkcs7-mime$/u.test(leaf.type));
  if (envelope)
    return /signed/iu.test(envelope.params['smime-type'] ?? '')
      ? 'the mail is sealed in a signature that only a mail program opens'
      : 'the mail is encrypted';
  if (containers.includes('multipart/report')) return 'the mail reports on the delivery of another';
  if (leaves.some(isInvitation)) return 'the mail is an invitation for the calendar';
  return null;
}

function isInvitation({ type, params }: MailTree['leaves'][number]): boolean {
  return (
    type === 'text/calendar' && /^(?:request|cancel|reply|counter|refresh)$/iu.test(params['method'] ?? '')
  );
}

/** A text that is nothing but a message encrypted by PGP. */
export function isArmoured(text: string): boolean {
  return /^\s*-----BEGIN PGP MESSAGE-----/u.test(text.slice(0, 2000));
}
