/** Addresses within the preview: absolute paths that end in `/`, each a page that a static export has too. */
import type { Highlight } from '../types.ts';

/** The page of an issue, or one of its views: `email-375-dark`, `text`, `checks` … */
export function issuePath(key: string, view = ''): string {
  const base = `/issues/${encodeURIComponent(key)}/`;
  return view === '' ? base : `${base}${view}/`;
}

/** The very bytes of a file of out/. */
export function rawPath(path: string): string {
  return `/raw/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Where a file below articles/ is shown. */
export function sourcePath(file: string): string {
  return `/source/${file.split('/').map(encodeURIComponent).join('/')}/`;
}

/** Where a highlight is lit in its source. */
export function sourceAddress({ file, ranges }: Highlight): string {
  const [start, end] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0];
  return `${sourcePath(file)}#u${start}-${end}`;
}
