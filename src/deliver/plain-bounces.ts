/** Bounces without a part for machines, as qmail, older Exim and Exchange write them. */
import { codeIn, judge, type Verdict } from './verdicts.ts';

/** From here on stands the mail that came back, whose words are ours. */
const copy =
  /^[ \t]*-{2,}[ \t]*(?=[^\n]{0,120}(?:copy|below this line|original|returned|unsent|headers?|transcript of message))[^\n]*$|^(?:Return-Path|Received): /imu;

const failed =
  /undeliver|deliver(?:y|ed)[^.\n]{0,40}fail|fail(?:ure|ed)[^.\n]{0,40}(?:deliver|notice|notification)|returned (?:mail|to sender)|could ?n[o']t be delivered|(?:was ?n[o']t able|unable) to deliver|(?:did|has) not (?:been )?(?:reach|delivered)|permanent error|given up|unzustellbar|non[- ]remis|no (?:se )?pudo entregar|address(?:es)? (?:had|failed)/iu;

const waiting =
  /\bdelay(?:ed)?\b|will (?:be retried|keep trying|continue to try|retry)|still (?:being|trying)|no action is required|warning: (?:message|could not send)/iu;

const final =
  /permanent(?:ly)? (?:fatal )?(?:error|fail)|given up|gave up|giving up|could not be delivered to one or more/iu;

/** Units at the beginning of a text in which a reason is looked for. */
const longest = 10_000;

/** Null where the text says nothing of a mail that was not delivered. `text` begins with the subject. */
export function readPlainBounce(text: string): { kind: Verdict | 'other'; words: string } | null {
  const said = reportOf(text);
  if (!failed.test(said) && !waiting.test(said)) return null;
  const reason = reasonIn(said);
  if (waiting.test(said) && !final.test(said)) return { kind: 'other', words: reason };
  return { kind: judge(null, reason), words: reason };
}

/** What the server wrote itself. */
function reportOf(text: string): string {
  const start = text.slice(0, longest);
  const at = copy.exec(start)?.index ?? 0;
  return at === 0 ? start : start.slice(0, at);
}

/** The lines with the reason: from that with a code on, else all of it. */
function reasonIn(said: string): string {
  const lines = said.split(/\r?\n/u).map((line) => line.trim());
  const at = lines.findIndex((line) => codeIn(line) !== null || /(?:^|\s)[45]\d\d[ \-#]/u.test(line));
  const rest = at === -1 ? lines.slice(0, 40) : lines.slice(at, at + 4);
  return rest.filter((line) => line !== '').join(' ');
}
