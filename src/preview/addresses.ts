/** Addresses within the preview: absolute paths that end in `/`, each a page that a static export has too. */

/** A piece of a path, fit for an attribute as it is: an apostrophe would be written as an entity there. */
export function encodePiece(piece: string): string {
  return encodeURIComponent(piece).replaceAll("'", '%27');
}

/** The page of an issue, or one of its views: `email-375-dark`, `text`, `checks` … */
export function issuePath(key: string, view = ''): string {
  const base = `/issues/${encodePiece(key)}/`;
  return view === '' ? base : `${base}${view}/`;
}

/** The very bytes of a file of out/. */
export function rawPath(path: string): string {
  return `/raw/${path.split('/').map(encodePiece).join('/')}`;
}

/** Where a file below articles/ is shown. */
export function sourcePath(file: string): string {
  return `/source/${file.split('/').map(encodePiece).join('/')}/`;
}
