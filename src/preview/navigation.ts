import { issuePath, sourcePath } from './addresses.ts';
import { formatNumber } from './pages/page.ts';
import type { PreviewState } from './state.ts';
import { fillTrays } from './trays.ts';

/** A line of the navigation; `note` stands at its right, `title` says what a short name leaves out. */
export type NavLine = { address: string; name: string; note: string; title?: string };

export type NavGroup = { title: string; lines: NavLine[] };

const shownIssues = 4;
const shownFiles = 3;

/** What stands left of every page: the newest issues, the trays, the files with most in them. */
export function listNavigation(state: PreviewState, address: string): NavGroup[] {
  return [
    { title: 'Issues', lines: issueLines(state, address) },
    { title: 'Trays', lines: trayLines(state) },
    { title: 'Sources', lines: fileLines(state, address) },
  ].filter(({ lines }) => lines.length > 0);
}

function issueLines({ rendered }: PreviewState, address: string): NavLine[] {
  const lines = rendered.issues
    .map(({ issue }) => ({
      address: issuePath(issue.key),
      name: issue.label,
      note: issue.sealed ? 'sealed' : 'draft',
    }))
    .reverse();
  const all = {
    address: '/',
    name: lines.length > 1 ? `All ${formatNumber(lines.length)} issues` : 'Overview',
    note: '',
  };
  return [...firstAndCurrent(lines, shownIssues, address), all];
}

function trayLines(state: PreviewState): NavLine[] {
  const { undated, toCheck, folded, leftOut, notArticles } = fillTrays(state);
  const counts: [fragment: string, name: string, n: number][] = [
    ['undated', 'Undated', undated.length],
    ['to-check', 'To check', toCheck.length],
    ['folded', 'Duplicates', folded.length],
    ['left-out', 'Left out', leftOut.length],
    ['not-an-article', 'Not an article', notArticles.length],
  ];
  return counts.map(([fragment, name, n]) => ({
    address: `/trays/#${fragment}`,
    name,
    note: formatNumber(n),
  }));
}

function fileLines({ digest }: PreviewState, address: string): NavLine[] {
  const articles = new Map<string, number>();
  for (const { file } of digest.articles) articles.set(file, (articles.get(file) ?? 0) + 1);
  const lines = digest.readings
    .map(({ file }) => ({ file, n: articles.get(file) ?? 0 }))
    .sort((a, b) => b.n - a.n)
    .map(({ file, n }) => ({
      address: sourcePath(file),
      name: file.split('/').at(-1) ?? file,
      note: n === 1 ? '1' : `${n} articles`,
      title: file,
    }));
  const all = {
    address: '/source/',
    name: lines.length > 1 ? `All ${formatNumber(lines.length)} files` : 'Sources',
    note: '',
  };
  return [...firstAndCurrent(lines, shownFiles, address), all];
}

/** The first few, and the one that is open if it is not among them. */
function firstAndCurrent(lines: readonly NavLine[], limit: number, address: string): NavLine[] {
  const current = lines.slice(limit).filter((line) => isCurrent(line.address, address));
  return [...lines.slice(0, limit), ...current];
}

/** Whether a line leads to the page of this address, or to the one that it is a view or a further page of. */
export function isCurrent(line: string, address: string): boolean {
  const isView = line.startsWith('/issues/') && address.startsWith(line);
  return line === address || isView || (line === '/source/' && address.startsWith('/source/_'));
}
