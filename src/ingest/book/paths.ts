/** The name of a member that `href` means in a file of the archive: a key, never a path on a disk. */
export function resolveIn(base: string, href: string): string {
  const [path = ''] = href.split(/[#?]/u, 1);
  const pieces = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const piece of decode(path).split('/')) {
    if (piece === '..') pieces.pop();
    else if (piece !== '.' && piece !== '') pieces.push(piece);
  }
  return pieces.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
