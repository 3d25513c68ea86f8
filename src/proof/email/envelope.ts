/** What an inbox shows before a mail is opened. */
import stringWidth from 'string-width';
import { type Finding, finding, judge, type OpenMail, type Verdict } from '../gate.ts';
import { squeeze, textIn } from '../markup.ts';

/** Columns: what a phone shows of a subject, and what hardly anything does. */
const subjectColumns = { phone: 60, most: 120 };
/** Columns: less leaves room that the next words of the mail fill; more is cut. */
const preheaderColumns = { least: 30, most: 140 };

const unprintable = /[\p{Cc}\p{Bidi_Control}]/u;

export function checkSubject({ issue: { subject, preheader } }: OpenMail): Verdict {
  const width = stringWidth(subject);
  const hint = 'Set subject on the page of the issue below articles/_issues/.';
  const faults = [
    ...(squeeze(subject) === '' ? [finding('there is no subject', hint)] : []),
    ...(unprintable.test(subject) ? [finding('the subject holds control characters', hint)] : []),
    ...(width > subjectColumns.most
      ? [finding(`${width} columns, at most ${subjectColumns.most}`, hint)]
      : []),
  ];
  const remarks = [
    ...(width > subjectColumns.phone && width <= subjectColumns.most
      ? [finding(`a phone shows about ${subjectColumns.phone} columns of ${width}`, hint)]
      : []),
    ...(subject === preheader ? [finding('subject and preheader say the same', hint)] : []),
  ];
  return weigh(faults, remarks, width, `“${subject}” fits an inbox.`, 'The subject does not fit.');
}

/** Inboxes show the first words of the mail behind the subject: they must be the preheader. */
export function checkPreheader({ issue: { preheader }, email }: OpenMail): Verdict {
  const width = stringWidth(preheader);
  const hint = 'Set preheader on the page of the issue below articles/_issues/.';
  const body = email.elements.find((e) => e.tagName === 'body');
  const first = squeeze(body ? textIn(body) : '');
  const faults = first.startsWith(squeeze(preheader))
    ? []
    : [finding('the first words of the email are not the preheader', 'Put it before all other text.')];
  const remarks = [
    ...(preheader === '' ? [finding('there is none: an inbox shows whatever comes first', hint)] : []),
    ...(preheader !== '' && width < preheaderColumns.least
      ? [finding(`${width} columns: an inbox adds whatever comes next`, hint)]
      : []),
    ...(width > preheaderColumns.most ? [finding(`${width} columns: the end is cut off`, hint)] : []),
  ];
  return weigh(
    faults,
    remarks,
    width,
    'The first words of the email are the preheader, and of a good length.',
    'An inbox shows other words.',
  );
}

function weigh(faults: Finding[], remarks: Finding[], width: number, good: string, bad: string): Verdict {
  const verdict = judge(faults, good, bad, String(width));
  if (faults.length > 0 || remarks.length === 0) return { ...verdict, findings: [...faults, ...remarks] };
  return {
    ...verdict,
    result: 'look',
    sentence: `${remarks[0]?.message}.`.replace(/^./u, (s) => s.toUpperCase()),
    findings: remarks,
  };
}
