import { parseStatedDate } from '../../text/dates/stated.ts';
import { splitLines } from '../../text/lines.ts';
import type { Metadata, Range } from '../../types.ts';

/** A mail that was forwarded as text: what its headers in the text state, and the forwarder's note above them. */
export type InlineForward = { metadata: Metadata; note: Range };

/** Units within which the headers of the forwarded mail begin. */
const nearTop = 2000;
/** Lines within which they end. */
const headerLines = 14;

const labels = {
  source: /^[>*\s]*(?:from|von|de|da|van|från|fra|от|发件人)\*?\s*[:：]\*?\s*/iu,
  date: /^[>*\s]*(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|дата|发送时间|日期)\*?\s*[:：]\*?\s*/iu,
  title: /^[>*\s]*(?:subject|betreff|objet|sujet|asunto|oggetto|onderwerp|тема|主题)\*?\s*[:：]\*?\s*/iu,
} as const;

/** Finds `From:`, `Date:` and `Subject:` at the top of a text, as mail programs write them when they forward. */
export function findForward(text: string, subject: string): InlineForward | null {
  if (/^\s*(?:re|aw|sv|antw|odp|回复)\s*(?:\[\d+\])?\s*[:：]/iu.test(subject)) return null;
  const lines = splitLines(text.slice(0, nearTop + 6000)).slice(0, 120);
  for (const [i, line] of lines.entries()) {
    if (line.start > nearTop) return null;
    if (!labels.source.test(text.slice(line.start, line.end))) continue;
    const fields = readFields(text, lines.slice(i, i + headerLines));
    if (fields.source && fields.date && fields.title)
      return { metadata: toMetadata(text, fields), note: { start: 0, end: line.start } };
  }
  return null;
}

type Fields = { source?: Range; date?: Range; title?: Range };

function readFields(text: string, lines: readonly Range[]): Fields {
  const fields: Fields = {};
  for (const { start, end } of lines) {
    const line = text.slice(start, end).trimEnd();
    for (const name of ['source', 'date', 'title'] as const) {
      const label = labels[name].exec(line)?.[0];
      if (label !== undefined) fields[name] ??= { start: start + label.length, end: start + line.length };
    }
  }
  return fields;
}

function toMetadata(text: string, { source, date, title }: Fields): Metadata {
  const stated = {
    ...(source && { source: withoutAddress(text, source) }),
    ...(date && { date }),
    ...(title && { title: withoutMarks(text, title) }),
  };
  const fields = Object.entries(stated).map(([name, range]) => {
    return [name, { value: text.slice(range.start, range.end), range }] as const;
  });
  return Object.fromEntries(
    fields.filter(
      ([name, { value }]) => value !== '' && (name !== 'date' || parseStatedDate(value) !== null),
    ),
  );
}

/** The name before `<address>`; an address alone is nobody's name. */
function withoutAddress(text: string, { start, end }: Range): Range {
  const value = text.slice(start, end);
  const name = (/^["'“]?([^<>[\](@"”]*)/u.exec(value)?.[1] ?? '').trim();
  const at = value.includes('@') && !/[<[("”]/u.test(value) ? -1 : value.indexOf(name);
  return at === -1 ? { start, end: start } : { start: start + at, end: start + at + name.length };
}

function withoutMarks(text: string, { start, end }: Range): Range {
  const marks = /^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*|\[[^\]]{1,60}\]\s*)+/iu.exec(text.slice(start, end));
  return { start: start + (marks?.[0].length ?? 0), end };
}
