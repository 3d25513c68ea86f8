import { count, finding, findingAt, judge, type OpenMail, type Verdict } from '../gate.ts';
import { attributeOf } from '../markup.ts';

/** A table that only lays out must say so, or screen readers announce rows and columns. Outlook's own count too. */
export function checkTables({ email, hidden }: OpenMail): Verdict {
  const seen = email.elements.filter((e) => e.tagName === 'table');
  const unseen = hidden.filter((e) => e.tagName === 'table');
  const hint = 'Write role="presentation" on the table.';
  const findings = [
    ...seen
      .filter((table) => attributeOf(table, 'role') !== 'presentation')
      .map((table) => findingAt(email, table, 'a table without role="presentation"', hint)),
    ...unseen
      .filter((table) => attributeOf(table, 'role') !== 'presentation')
      .map(() => finding('a table for Outlook without role="presentation"', hint)),
  ];
  const all = count(seen.length + unseen.length, 'layout table');
  return judge(
    findings,
    `All of ${all} are silent for screen readers.`,
    `${findings.length} of ${all} would be read out as data.`,
  );
}
