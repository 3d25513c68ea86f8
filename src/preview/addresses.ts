/** Addresses within the preview: absolute paths that end in `/`, each a page that a static export has too. */

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
