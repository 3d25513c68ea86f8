/** What a gate is. Gates are pure: bytes in, a verdict out. */
import type { Config } from '../config.ts';
import { mapStrings, stripControls } from '../text/markup.ts';
import type { Issue, Site } from '../types.ts';
import { type Doc, type Element, elementsOfPiece, lineOf, openDoc } from './markup.ts';
import { whereIs } from './where.ts';

/** `line` is of the HTML or of the text, from 1; `story` is an id; `where` says the place in words, where they help more. */
export type Finding = {
  message: string;
  line: number | null;
  story: string | null;
  where: string | null;
  hint: string | null;
};

export type GateResult = 'pass' | 'look' | 'fail';

/** `figure` is short and right-aligned ("77.1 KB", "0"), `sentence` is one plain sentence. */
export type Gate = {
  name: string;
  title: string;
  result: GateResult;
  figure: string;
  sentence: string;
  findings: Finding[];
};

/** The bytes of one issue as they lie in out/, and what they were made from. */
export type MailBytes = {
  issue: Issue;
  site: Site;
  html: string;
  text: string;
  eml: Uint8Array | string;
  /** The issue's web page. */
  page: string;
  limits: Config['limits'];
  /** All that lies in out/, where it is known: the page's links are followed. */
  paths?: ReadonlySet<string>;
};

/** The same, parsed once for all gates. */
export type OpenMail = MailBytes & {
  email: Doc;
  /** What stands in Outlook's comments. */
  hidden: Element[];
  webPage: Doc;
};

export type Verdict = Pick<Gate, 'result' | 'figure' | 'sentence' | 'findings'>;

/** A row of the table of gates. */
export type Check = {
  name: string;
  title: string;
  check: (mail: OpenMail) => Verdict | Promise<Verdict>;
};

export function openMail(raw: MailBytes): OpenMail {
  // What no rendering may hold is missed in none.
  const mail = { ...raw, issue: mapStrings(raw.issue, stripControls) };
  const email = openDoc(mail.html, mail.issue);
  const hidden = email.comments.flatMap(({ data }) => elementsOfPiece(piecesOf(data)));
  return { ...mail, email, hidden, webPage: openDoc(mail.page, mail.issue) };
}

/** `[if mso]>markup<![endif]`: the markup. */
function piecesOf(comment: string): string {
  return /^\[if[^\]]*\]>([\s\S]*)<!\[endif\]$/u.exec(comment)?.[1] ?? '';
}

/** Fails with what was found, passes with nothing. */
export function judge(
  findings: Finding[],
  good: string,
  bad: string,
  figure = String(findings.length),
): Verdict {
  const passed = findings.length === 0;
  return { result: passed ? 'pass' : 'fail', figure, sentence: passed ? good : bad, findings };
}

/** A finding at an element of a document. */
export function findingAt(doc: Doc, element: Element, message: string, hint: string | null = null): Finding {
  const [line, story] = [lineOf(element), doc.storyOf(element)];
  return { message, line, story, where: whereIs(doc, element), hint };
}

/** A finding that has no place, or only a line. */
export function finding(message: string, hint: string | null = null, line: number | null = null): Finding {
  return { message, line, story: null, where: null, hint };
}

/** `1 table`, `2 tables`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${groupDigits(n)} ${n === 1 ? one : many}`;
}

/** `102,400`. */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
