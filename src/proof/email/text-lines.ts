import stringWidth from 'string-width';
import { count, type Finding, finding, type OpenMail, type Verdict } from '../gate.ts';

/** Columns: what reads well in a terminal, and what mail may have before programs break lines themselves. */
const columns = { good: 72, most: 78 };

/** An address cannot be broken: it may be as long as it is, on a line of its own. */
const onlyAddress = /^\s*(?:[^\s:]+:\s+)?<?(?:https?:\/\/|mailto:)\S+$/u;

export function checkTextLines({ text }: OpenMail): Verdict {
  const lines = text.split('\n');
  const faults: Finding[] = [];
  const remarks: Finding[] = [];
  let widest = 0;
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (/[\p{Cc}]/u.test(line)) faults.push(finding('a control character', null, at));
    if (/\s$/u.test(line)) faults.push(finding('white space at the end of the line', null, at));
    if (onlyAddress.test(line)) continue;
    const width = stringWidth(line);
    widest = Math.max(widest, width);
    if (width > columns.most) faults.push(finding(`${width} columns, at most ${columns.most}`, null, at));
    else if (width > columns.good)
      remarks.push(finding(`${width} columns, better ${columns.good}`, null, at));
  }
  if (!text.endsWith('\n')) faults.push(finding('the last line does not end', null, lines.length));
  const result = faults.length > 0 ? 'fail' : remarks.length > 0 ? 'look' : 'pass';
  return {
    result,
    figure: String(widest),
    sentence: `The widest of ${count(lines.length - 1, 'line')} has ${widest} columns, addresses aside; a terminal wants ${columns.good}.`,
    findings: [...faults, ...remarks],
  };
}
