import type { PreviewPage } from './pages/page.ts';
import type { PreviewState } from './state.ts';

type Find = (state: PreviewState, match: RegExpExecArray, query: URLSearchParams) => Found | Promise<Found>;
type Found = PreviewPage | null;

/** Every page by the pattern of its address. The first that matches answers; null: there is no such page. */
const routes: [address: RegExp, find: Find][] = [];

/** The page at an address (a path with `/` at its end, as it is written in links), or null. */
export async function findPage(
  state: PreviewState,
  address: string,
  query = new URLSearchParams(),
): Promise<PreviewPage | null> {
  for (const [pattern, find] of routes) {
    const match = pattern.exec(address);
    if (match) return await find(state, match, query);
  }
  return null;
}

/** A segment or path of an address as it was before it was encoded; null where no encoding gives it. */
export function decodePath(encoded: string | undefined): string | null {
  try {
    return decodeURIComponent(encoded ?? '');
  } catch {
    return null;
  }
}
