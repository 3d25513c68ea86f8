import { diagnose } from '../errors.ts';
import { stripInvisible } from '../text/invisible.ts';
import { stripControls } from '../text/markup.ts';
import { joinRanges } from '../text/ranges.ts';
import type { Diagnostic, Highlight, Issue, Story } from '../types.ts';

/** What a source file says today: its hash, and the text of one of its parts read anew. */
export type SourceText = { sha256: string; text: string };

/** Reads a part again by the reader that a highlight names; null when the file is gone. */
export type ReadSource = (highlight: Highlight) => Promise<SourceText | null> | SourceText | null;

/** The stories of an issue in the order in which readers meet them. */
export function storiesOf(issue: Issue): Story[] {
  return [...(issue.lead ? [issue.lead] : []), ...issue.themes.flatMap((theme) => theme.stories)];
}

/** Repeats reader and join for every highlight and compares; an error names each that differs. */
export async function verifyIssue(issue: Issue, read: ReadSource): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const story of storiesOf(issue)) {
    for (const highlight of story.highlights) {
      diagnostics.push(...verifyHighlight(issue, story, highlight, await read(highlight)));
    }
  }
  return diagnostics;
}

function verifyHighlight(
  issue: Issue,
  story: Story,
  highlight: Highlight,
  source: SourceText | null,
): Diagnostic[] {
  const { file } = highlight;
  const name = `${issue.key}, "${story.title}", highlight "${highlight.text.slice(0, 60)}"`;
  if (source === null) {
    const hint = 'Put the file back, or build the issue again without it.';
    return [diagnose('source-missing', `${name}: the file is gone`, { file, hint })];
  }
  if (source.sha256 !== highlight.sha256) {
    const hint = 'Build the issue again, or restore the file if the issue is sealed.';
    return [diagnose('source-changed', `${name}: the file is not the one it was taken from`, { file, hint })];
  }
  const problem = compareJoin(highlight, source.text);
  return problem === null ? [] : [diagnose('highlight-differs', `${name}: ${problem}`, { file })];
}

function compareJoin(highlight: Highlight, text: string): string | null {
  const inside = highlight.ranges.every((r) => r.start >= 0 && r.start < r.end && r.end <= text.length);
  if (!inside || highlight.ranges.length === 0) return 'its ranges lie outside the text';
  const inOrder = highlight.ranges.every((r, i) => r.start >= (highlight.ranges[i - 1]?.end ?? 0));
  if (!inOrder) return 'its ranges are not in the order of the text';
  const joined = joinRanges(text, highlight.ranges);
  if (joined === highlight.text) return null;
  let at = 0;
  while (joined[at] === highlight.text[at]) at += 1;
  return `differs from the source at unit ${at}: "${highlight.text.slice(at, at + 20)}" where the source has "${joined.slice(at, at + 20)}"`;
}

/**
 * Checks that a rendering shows every story's highlights word for word. `complete` renderings must hold every
 * story; of others only stories that they name are checked.
 */
export function verifyRendering(
  issue: Issue,
  name: string,
  content: string,
  complete: boolean,
): Diagnostic[] {
  const words = squeeze(name.endsWith('.html') ? textOfHtml(content) : content);
  return storiesOf(issue).flatMap((story) => {
    const told = words.includes(squeeze(story.title));
    const wanted = told || complete ? [story.title, ...story.highlights.map((h) => h.text)] : [];
    const missing = wanted.filter((text) => !words.includes(squeeze(text)));
    return missing.map((text) =>
      diagnose(
        'highlight-differs',
        `${issue.key}, ${name} does not hold "${text.slice(0, 60)}" word for word`,
        {
          file: `out/${issue.key}/${name}`,
          hint: 'Build the issue again.',
        },
      ),
    );
  });
}

/**
 * Without white space, and without what no rendering may hold: line breaks, indents and control characters are not
 * part of what it says. Nor are signs that a margin is drawn with, which cannot be told from quoted ones.
 */
function squeeze(text: string): string {
  return stripInvisible(stripControls(text)).replace(/[\s|>│\u00AD]+/gu, '');
}

const named = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '\u00AD' }),
);

function textOfHtml(html: string): string {
  const bare = html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/giu, '');
  return bare.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (all, hex, decimal, name) => {
    if (name) return named.get(name) ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
