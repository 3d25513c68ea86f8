/** Outlook's conditional comments: whole, balanced, and leaving a well-nested document to Word and to all others. */
import { count, type Finding, finding, judge, type OpenMail, type Verdict } from '../gate.ts';
import { squeeze, wordsOfPiece } from '../markup.ts';

type Mark = {
  kind: 'hidden' | 'revealed' | 'bare';
  opens: boolean;
  condition: string;
  at: number;
  length: number;
};

const marks =
  /<!--\[if ([^\]]*)\]>(<!-->|\s*-->)?|<!--<!\[endif\]-->|<!\[endif\]-->|<!\[if ([^\]]*)\]>|<!\[endif\]>|<!--(?:\s*\[|\[(?!if ))[^>]*>?/giu;

/** As Outlook for Windows, the one that is left, calls itself. */
const word = { mso: 16, vml: 1, ie: 0 };

export function checkOutlook({ html }: OpenMail): Verdict {
  const { found, faults } = readMarks(html);
  const findings = [...faults];
  if (faults.length === 0) {
    findings.push(...findUnnested(assemble(html, found, true), 'Outlook'));
    findings.push(...findUnnested(assemble(html, found, false), 'every other program'));
  }
  if (faults.length === 0) findings.push(...compareWords(html, found));
  const opened = found.filter((mark) => mark.opens).length;
  if (opened === 0) findings.push(finding('there are no conditional comments: Outlook gets no width'));
  return judge(
    findings,
    `${count(opened, 'conditional comment')}, whole; Outlook and the others each get a well-nested document.`,
    'Outlook, or all others, would get a broken document.',
  );
}

function readMarks(html: string): { found: Mark[]; faults: Finding[] } {
  const found: Mark[] = [];
  const faults: Finding[] = [];
  let open: Mark | null = null;
  for (const match of html.matchAll(marks)) {
    const mark = toMark(match);
    const line = html.slice(0, match.index).split('\n').length;
    if (mark === null || (mark.opens && evaluate(mark.condition) === null)) {
      faults.push(finding(`“${match[0].slice(0, 60)}” is no conditional comment`, null, line));
    } else if (mark.opens && open) {
      faults.push(finding(`a conditional comment opens inside “${open.condition}”`, null, line));
    } else if (!mark.opens && open?.kind !== mark.kind) {
      faults.push(
        finding(
          `a conditional comment ends as ${mark.kind}, but opened as ${open?.kind ?? 'none'}`,
          null,
          line,
        ),
      );
    }
    if (mark === null) continue;
    open = mark.opens ? mark : null;
    found.push(mark);
  }
  if (open) faults.push(finding(`the conditional comment “${open.condition}” never ends`));
  return { found, faults };
}

function toMark(match: RegExpMatchArray): Mark | null {
  const [all, condition, reveal, bare] = match;
  const place = { at: match.index ?? 0, length: all.length };
  if (condition !== undefined)
    return { kind: reveal === undefined ? 'hidden' : 'revealed', opens: true, condition, ...place };
  if (bare !== undefined) return { kind: 'bare', opens: true, condition: bare, ...place };
  if (all === '<!--<![endif]-->') return { kind: 'revealed', opens: false, condition: '', ...place };
  if (all === '<![endif]-->') return { kind: 'hidden', opens: false, condition: '', ...place };
  return all === '<![endif]>' ? { kind: 'bare', opens: false, condition: '', ...place } : null;
}

/** The document as Word sees it, which reads what others take for comments, or as all others see it. */
function assemble(html: string, found: readonly Mark[], isWord: boolean): string {
  let out = '';
  let at = 0;
  let shown = true;
  for (const mark of found) {
    if (shown) out += html.slice(at, mark.at);
    if (!mark.opens) shown = true;
    else shown = isWord ? evaluate(mark.condition) === true : mark.kind !== 'hidden';
    at = mark.at + mark.length;
  }
  return out + html.slice(at);
}

/** Whether a condition holds in Word; null where it cannot be read. */
export function evaluate(condition: string): boolean | null {
  const tokens = condition.match(/[()!&|]|[^\s()!&|]+/gu) ?? [];
  let at = 0;
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === '|') {
      at += 1;
      const other = both();
      value = value || other;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (tokens[at] === '&') {
      at += 1;
      const other = one();
      value = value && other;
    }
    return value;
  };
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token === '!') return !one();
    if (token !== '(') return compare(token ?? '');
    const value = either();
    if (tokens[at] !== ')') throw new SyntaxError(condition);
    at += 1;
    return value;
  };
  const compare = (first: string): boolean => {
    const operator = /^(?:gte|gt|lte|lt)$/iu.test(first) ? first.toLowerCase() : null;
    const name = operator === null ? first : tokens[at++];
    const version = word[(name ?? '').toLowerCase() as keyof typeof word];
    if (version === undefined) throw new SyntaxError(condition);
    const number = /^\d+(?:\.\d+)?$/u.test(tokens[at] ?? '') ? Number(tokens[at++]) : null;
    if (version === 0) return false;
    if (number === null) return true;
    if (operator === 'gte') return version >= number;
    if (operator === 'gt') return version > number;
    if (operator === 'lte') return version <= number;
    return operator === 'lt' ? version < number : version === number;
  };
  try {
    const value = either();
    return at === tokens.length ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What stands in one piece for Outlook and in one for the others is drawn twice; what stands in one alone is not. */
function compareWords(html: string, found: readonly Mark[]): Finding[] {
  const words = { only: '', others: '' };
  for (const [index, mark] of found.entries()) {
    const piece = html.slice(mark.at + mark.length, found[index + 1]?.at);
    if (!mark.opens || (mark.kind !== 'hidden' && evaluate(mark.condition) === true)) continue;
    words[mark.kind === 'hidden' ? 'only' : 'others'] += ` ${wordsOfPiece(piece)}`;
  }
  const [only, others] = [words.only.trim(), words.others.trim()];
  if (squeeze(only) === squeeze(others)) return [];
  const hint = 'Write the same words for both, or for all.';
  return [
    ...(only === '' ? [] : [finding(`only Outlook reads “${only.slice(0, 60)}”`, hint)]),
    ...(others === '' ? [] : [finding(`Outlook does not read “${others.slice(0, 60)}”`, hint)]),
  ];
}

const endless = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!doctype)$/u;

const tag = /<(\/?)([a-z!][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/giu;

/** Elements that end in another order than they began, or not at all. */
function findUnnested(html: string, reader: string): Finding[] {
  const open: string[] = [];
  const bare = html
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/(<(style|script|title)\b[^>]*>)[\s\S]*?(<\/\2>)/giu, '$1$3');
  for (const [, slash, written = '', rest = ''] of bare.matchAll(tag)) {
    const name = written.toLowerCase();
    if (endless.test(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [finding(`for ${reader}, </${name}> stands where </${open.at(-1) ?? 'nothing'}> must`)];
  }
  return open.length === 0 ? [] : [finding(`for ${reader}, <${open.at(-1)}> never ends`)];
}
