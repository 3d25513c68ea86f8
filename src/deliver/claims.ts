/** What a mail claims to be about: which issue to which reader, and the tokens that would prove it. */
import { addressesIn, addressesOf, cameTo } from './answer-heads.ts';
import { type Mail, mostText, returnedHeads } from './opened-mail.ts';
import { readMessageId, readReturnPath, type Trace } from './traces.ts';

/** Evidence beyond this much is that of an attack. */
const most = 10;

/**
 * At most ten of each, its own recipient first, then what it brings back, then what it quotes. `base` is the address of
 * which return paths are made.
 */
export function traceMail(
  { head, text, parts }: Mail,
  base: string,
): { isToReturnPath: boolean; traces: Trace[]; tokens: string[] } {
  const paths = (addresses: readonly string[]): Trace[] =>
    addresses.flatMap((address) => readReturnPath(address, base) ?? []);
  const ids = (values: readonly string[]): Trace[] =>
    values.flatMap((value) => idsIn(value)).flatMap((id) => readMessageId(id) ?? []);
  const own = paths(cameTo(head));
  const back = returnedHeads(parts);
  const reports = parts
    .filter(({ type }) => /^message\/(?:feedback-report|(?:global-)?delivery-status)$/u.test(type))
    .map((part) => part.text);
  const traces = [
    ...own,
    ...back.flatMap((fields) => [
      ...ids(fields.get('message-id') ?? []),
      ...paths(addressesOf(fields, ['return-path', 'x-mailfrom'])),
    ]),
    ...[...reports, text].flatMap((said) => [...paths(addressesIn(said)), ...ids([said])]),
    ...ids([...(head.get('in-reply-to') ?? []), ...(head.get('references') ?? [])]),
  ];
  const links = [...back.map((fields) => (fields.get('list-unsubscribe') ?? []).join(' ')), text];
  return { isToReturnPath: own.length > 0, traces: unique(traces), tokens: tokensIn(links.join('\n')) };
}

function idsIn(text: string): string[] {
  return [...text.slice(0, mostText).matchAll(/<[\w.-]{1,200}@[\w.-]{1,253}>/gu)]
    .slice(0, 200)
    .map(([id]) => id);
}

function tokensIn(text: string): string[] {
  const found = [...text.matchAll(/(?<![\w.-])1\.[\w-]{43}\.[\w-]{1,64}\.[\w-]{0,20}\.[a-z0-9]{0,12}\.u/gu)];
  return [...new Set(found.slice(0, 100).map(([token]) => token))].slice(0, most);
}

function unique(traces: readonly Trace[]): Trace[] {
  const byName = new Map(traces.map((trace) => [`${trace.issue} ${trace.subscriber}`, trace]));
  return [...byName.values()].slice(0, most);
}
