import { issuePath } from './addresses.ts';
import { filesAddresses, filesPage } from './pages/files.ts';
import { issuePage } from './pages/issue.ts';
import { overviewPage } from './pages/overview.ts';
import type { PreviewPage } from './pages/page.ts';
import { problemAddresses, problemPage, problemsPage } from './pages/problems.ts';
import { searchPage } from './pages/search.ts';
import { sourceAddresses, sourcePage } from './pages/source.ts';
import { trayAddresses, trayPage, traysPage } from './pages/trays.ts';
import type { PreviewState } from './state.ts';
import { allViews, findView, nameView, type View } from './views.ts';

type Found = PreviewPage | null;

/** Finds the page of an address that matches; `parts` are its groups, decoded. */
type Find = (state: PreviewState, parts: readonly string[], query: URLSearchParams) => Found | Promise<Found>;

/** Every page by the pattern of its address. The first that matches answers. */
const routes: [address: RegExp, find: Find][] = [
  [/^\/$/u, overviewPage],
  [/^\/trays\/$/u, traysPage],
  [/^\/trays\/([^/]+)\/(\d{1,6})\/$/u, (state, [id = '', page]) => trayPage(state, id, Number(page))],
  [/^\/search\/$/u, (state, _, query) => searchPage(state, query.get('q') ?? '')],
  [/^\/source\/$/u, (state) => filesPage(state)],
  [
    /^\/source\/_(\d{1,6})\/$/u,
    (state, [page]) => (Number(page) < 2 ? null : filesPage(state, Number(page))),
  ],
  [/^\/source\/(.+)\/$/u, (state, [path = '']) => sourcePage(state, path)],
  [/^\/problems\/$/u, problemsPage],
  [/^\/problems\/([^/]+)\/(\d{1,6})\/$/u, (state, [id = '', page]) => problemPage(state, id, Number(page))],
  [/^\/issues\/([^/]+)\/(?:([^/]+)\/)?$/u, issueAt],
];

/** The page at an address (a path with `/` at its end, as it is written in links), or null. */
export async function findPage(
  state: PreviewState,
  address: string,
  query = new URLSearchParams(),
): Promise<PreviewPage | null> {
  for (const [pattern, find] of routes) {
    const parts = pattern.exec(address)?.slice(1).map(decodePart);
    if (parts && !parts.includes(null)) return await find(state, parts as string[], query);
  }
  return null;
}

/** Addresses of all pages there are, for an export. */
export function listAddresses(state: PreviewState): string[] {
  const issues = state.rendered.issues.flatMap(({ issue }) =>
    allViews.filter(isStatic).map((view) => issuePath(issue.key, nameView(view))),
  );
  const further = [...problemAddresses(state), ...trayAddresses(state), ...filesAddresses(state)];
  return ['/', '/problems/', '/trays/', '/source/', ...further, ...sourceAddresses(state), ...issues];
}

/** What asks the network needs a server. */
function isStatic({ kind }: View): boolean {
  return kind !== 'links';
}

function issueAt(state: PreviewState, [key = '', name = '']: readonly string[]): Found | Promise<Found> {
  const view = findView(name);
  return view && issuePage(state, key, view);
}

/** A part of an address as it was before it was encoded; null where no encoding gives it. */
function decodePart(encoded: string | undefined): string | null {
  try {
    return decodeURIComponent(encoded ?? '');
  } catch {
    return null;
  }
}
