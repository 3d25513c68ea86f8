/** The plain-text twin: written from the issue, for people who read mail in a terminal. */
import stringWidth from 'string-width';
import type { Issue, Site } from '../types.ts';
import type { NumbersView, QuoteView } from './extras-view.ts';
import { fillSlots, neutralValues, type Slots, slotsOf } from './slots.ts';
import {
  type ContentsRow,
  type Extent,
  type IssueView,
  type StoryView,
  viewIssue,
  wholeIssue,
} from './view.ts';
import { wrapText } from './wrap.ts';

const columns = 72;
const thick = '='.repeat(columns);
const thin = '-'.repeat(columns);
const margin = '  | ';

/** Plain text of an issue with neutral links. */
export function renderText(issue: Issue, site: Site, extent: Extent = wholeIssue): string {
  const slots = slotsOf(issue);
  const text = writeText({ ...viewIssue(issue, site, extent), slots });
  return fillSlots(text, slots, neutralValues(site, issue.language), false);
}

/** Plain text of a view that is already planned, slot tokens in place. */
export function writeText(view: IssueView & { slots: Slots }): string {
  const lines = [
    ...writeHead(view),
    ...view.letterText.flatMap((paragraph) => ['', ...wrapText(paragraph, columns)]),
    ...writeContents(view.contents),
    ...(view.lead ? ['', thick, view.words.lead, ...writeStory(view.lead, view)] : []),
    ...writeNumbers(view.numbers, view),
    ...writeQuote(view.quote, view),
    ...view.themes.flatMap((theme) => [
      '',
      thick,
      ...wrapText(theme.name, columns),
      ...theme.stories.flatMap((story) => writeStory(story, view)),
      ...(theme.more ? ['', theme.more.label, theme.more.url] : []),
      ...writeNumbers(theme.numbers, view),
      ...writeQuote(theme.quote, view),
    ]),
    ...writeFoot(view),
  ];
  return `${lines.join('\n')}\n`;
}

function writeHead(view: IssueView): string[] {
  return [
    ...wrapText(view.site.title, columns),
    thick,
    ...wrapText([view.label, view.number, view.counts].join(' · '), columns),
    `${view.words.viewInBrowser}:`,
    view.url,
  ];
}

function writeContents(rows: readonly ContentsRow[]): string[] {
  if (rows.length === 0) return [];
  return ['', thin, ...rows.flatMap(writeRow), thin];
}

/** Name left, figures right; a name too long for that gets lines of its own. */
function writeRow(row: ContentsRow): string[] {
  const gap = columns - stringWidth(row.name) - stringWidth(row.line);
  if (gap > 1) return [row.name + ' '.repeat(gap) + row.line];
  return [...wrapText(row.name, columns), row.line.padStart(columns)];
}

function writeNumbers(numbers: NumbersView | null, view: IssueView): string[] {
  if (!numbers) return [];
  const figures = numbers.rows
    .flat()
    .flatMap(({ figure, label, address }) => [
      '',
      ...wrapText(figure, columns, margin),
      ...wrapText(label, columns, margin),
      ...unlessTold(address, view),
    ]);
  return ['', thick, view.numbersHeading, ...figures];
}

function writeQuote(quote: QuoteView | null, view: IssueView): string[] {
  if (!quote) return [];
  return [
    '',
    thick,
    ...wrapText(`${quote.open}${quote.words}${quote.close}`, columns, margin),
    margin.trimEnd(),
    ...wrapText(quote.by, columns, margin),
    ...wrapText(`${quote.source} · ${quote.date}`, columns),
    ...unlessTold(quote.address, view),
  ];
}

/** The address of what is told as a story stands there. */
function unlessTold(address: string, { lead, themes }: IssueView): string[] {
  const stories = [...(lead ? [lead] : []), ...themes.flatMap((theme) => theme.stories)];
  const told = stories.flatMap(({ url, alsoIn }) => [url, ...alsoIn.map((also) => also.url)]);
  return told.includes(address) ? [] : [address];
}

function writeStory(story: StoryView, view: IssueView): string[] {
  const quotes = story.highlights.flatMap(({ text, from }, index) => [
    ...(index === 0 ? [] : [margin.trimEnd()]),
    ...wrapText(from === '' ? text : `${text} (${from})`, columns, margin),
  ]);
  return [
    '',
    ...wrapText(story.title, columns),
    ...wrapText([story.source, ...story.facts].join('\u00a0· '), columns).map(plainSpaces),
    ...(story.url === null ? [] : [story.url]),
    ...(story.picture ? ['', ...wrapText(story.picture.line, columns)] : []),
    ...(quotes.length === 0 ? [] : ['', ...quotes]),
    ...writeAlsoIn(story, view),
  ];
}

/** Facts were held together for the wrapping; whoever searches a mail types plain spaces. */
function plainSpaces(line: string): string {
  return line.replaceAll('\u00a0', ' ');
}

function writeAlsoIn(story: StoryView, view: IssueView): string[] {
  if (story.alsoIn.length === 0) return [];
  const entries = story.alsoIn.flatMap(({ source, url }) => [
    ...wrapText(source, columns, '  '),
    ...(url === null ? [] : [`  ${url}`]),
  ]);
  const more = story.more === null ? [] : [`  ${story.more.label}`, `  ${story.more.url}`];
  return ['', `${view.words.alsoIn}`, ...entries, ...more];
}

function writeFoot(view: IssueView & { slots: Slots }): string[] {
  const { words, site } = view;
  const sentences = [site.why, [words.quoted, site.terms].filter(Boolean).join(' '), words.straightLinks];
  return [
    '',
    thick,
    ...(site.subscribe === null
      ? []
      : [words.forwarded, ...wrapText(site.offer, columns), `${words.subscribe}: ${site.subscribe}`, '']),
    ...wrapText(words.reply, columns),
    '',
    `${words.unsubscribe}: ${view.slots.unsubscribe}`,
    `${words.archive}: ${site.address}`,
    `${words.feed}: ${site.feed}`,
    ...sentences.flatMap((sentence) => ['', ...wrapText(sentence, columns)]),
    ...(site.postalAddress === null ? [] : ['', ...wrapText(site.postalAddress, columns)]),
  ];
}
