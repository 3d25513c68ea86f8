import { unquoteFrom } from '../../text/mbox.ts';
import type { Block, PartReading } from '../../types.ts';
import { partOf, type SourceFile } from '../reader.ts';
import { type Choice, countLetters, countProse, findChoices, isOfSubstance } from './bodies.ts';
import { readFacts } from './facts.ts';
import { findForward } from './forward.ts';
import { markFramed } from './framed.ts';
import { wordsOf } from './headers.ts';
import { markMasthead } from './masthead.ts';
import { lineBlocks, readShownText } from './page-lines.ts';
import { type Person, recipientsOf, senderOf } from './people.ts';
import { markPersonal } from './private.ts';
import { type DecodedLeaf, decodeLeaf } from './transfer.ts';
import type { Leaf, MailTree } from './tree.ts';

/** A text of a mail, with the bytes it stands in. */
export type MailText = {
  /** `text` or `html`, with a number where a message has several. */
  name: string;
  message: number;
  text: string;
  blocks: Block[];
  /** Bytes of text, and of those that could not be read; the rest of the part is markup. */
  bytes: number;
  unreadable: number;
  faults: string[];
};

/** Whether lines that begin with `From ` were quoted, as in a mailbox. */
export type Source = { bytes: Buffer; quoted: boolean };

/** A text shorter than this, in letters, beside a longer one is a footer or a note. */
const fewLetters = 200;

/** The texts of a mail that are read: those of the mails it forwards, if it forwards any. */
export function readTexts(source: Source, tree: MailTree): MailText[] {
  const found = tree.messages.map((_, message) => {
    const choices = findChoices(tree.leaves.filter((leaf) => leaf.message === message));
    return keepMain(choices.flatMap((choice) => chooseText(source, choice, message)));
  });
  const hasText = (message: number): boolean => (found[message] ?? []).length > 0;
  const forwards = innermost(tree, hasText);
  return found.filter((_, message) => forwards.has(message)).flatMap(number);
}

/** Messages with text in which no other such message lies. */
function innermost({ messages }: MailTree, hasText: (message: number) => boolean): Set<number> {
  const kept = new Set([...messages.keys()].filter(hasText));
  for (const [i] of messages.entries()) {
    if (!hasText(i)) continue;
    for (let up = messages[i]?.parent ?? null; up !== null; up = messages[up]?.parent ?? null)
      kept.delete(up);
  }
  return kept;
}

function number(texts: readonly MailText[]): MailText[] {
  return texts.map((text, i) => (i === 0 ? text : { ...text, name: `${text.name}-${i + 1}` }));
}

function keepMain(texts: readonly MailText[]): MailText[] {
  const sizes = texts.map((t) => countLetters(t.text));
  const largest = Math.max(0, ...sizes);
  return texts.filter((_, i) => {
    const size = sizes[i] ?? 0;
    return size > 0 && (size >= fewLetters || size === largest);
  });
}

/** The plain text if it says enough, else the page. */
function chooseText(source: Source, { plain, html }: Choice, message: number): MailText[] {
  const text = plain && decode(source, plain);
  if (plain && text && (!html || countProse(text.text) >= 600) && isOfSubstance(text.text, ''))
    return [plainText(plain, text, message)];
  const page = html && decode(source, html);
  const shown = page && readShownText(page.text);
  if (plain && text && (!shown || isOfSubstance(text.text, shown.text) || shown.text.trim() === ''))
    return [plainText(plain, text, message)];
  if (!html || !page || !shown) return [];
  const size = html.end - html.start;
  const unreadable = Math.min(size, page.unreadable);
  const bytes = Math.min(size - unreadable, Math.round(size * shown.share));
  return [
    { name: 'html', message, text: shown.text, blocks: shown.blocks, bytes, unreadable, faults: page.faults },
  ];
}

function plainText(
  { start, end }: Leaf,
  { text, unreadable, faults }: DecodedLeaf,
  message: number,
): MailText {
  const lost = Math.min(end - start, unreadable);
  const blocks = markFramed(text, markMasthead(text, lineBlocks(text)));
  return { name: 'text', message, text, blocks, bytes: end - start - lost, unreadable: lost, faults };
}

function decode({ bytes, quoted }: Source, leaf: Leaf): DecodedLeaf {
  const raw = bytes.subarray(leaf.start, leaf.end);
  const body = quoted ? unquoteFrom(raw) : raw;
  const { type, encoding, params } = leaf;
  return decodeLeaf({ bytes: body, type, charset: params['charset'], encoding });
}

/** A text with its lines, what the headers state, and what is meant for one person alone. */
export function toReading(
  file: SourceFile,
  reader: string,
  tree: MailTree,
  mail: MailText,
  prefix: string,
): PartReading {
  const part = partOf(file, reader, prefix + mail.name, mail.text);
  const headers = tree.messages[mail.message]?.headers ?? [];
  const forward = findForward(mail.text, wordsOf(headers, 'subject'));
  const sender = senderOf(headers);
  const people = [...peopleAround(tree, mail.message), ...(forward && sender ? [sender] : [])];
  const blocks = markPersonal(mail.text, mail.blocks, people).map((block) =>
    forward && block.span.start < forward.note.end ? { ...block, aside: 'forwarding-note' } : block,
  );
  const metadata = forward ? forward.metadata : readFacts(headers);
  return { part, shape: 'dump', metadata, blocks };
}

/** Who got the mail, and who handed it on. */
function peopleAround({ messages }: MailTree, message: number): Person[] {
  const people = recipientsOf(messages[message]?.headers ?? []);
  for (let up = messages[message]?.parent ?? null; up !== null; up = messages[up]?.parent ?? null) {
    const headers = messages[up]?.headers ?? [];
    const sender = senderOf(headers);
    people.push(...recipientsOf(headers), ...(sender ? [sender] : []));
  }
  return people;
}
