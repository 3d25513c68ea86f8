/** Addresses of the preview as files of a folder, and links between them that need no server. */

/**
 * The file of an address: a page's folder holds an `index.html`. A folder that has that name itself (an article called
 * `index.html`) gets a sign more, so that no two addresses share a file.
 */
export function fileOf(address: string): string {
  const [path = ''] = address.split(/[?#]/u);
  const isPage = path.endsWith('/');
  const parts = path.split('/').filter((part) => part !== '');
  const safe = parts.map((part) =>
    isPage ? decodeURIComponent(part).replace(/^index\.html_*$/iu, '$&_') : decodeURIComponent(part),
  );
  return [...safe, ...(isPage ? ['index.html'] : [])].join('/');
}

/** A page with its links made relative to its own file, so that it works from a disk and below any address. */
export function makeRelative(page: string, address: string): string {
  const here = fileOf(address).split('/').slice(0, -1);
  // Only markup of ours has a quote behind an attribute: in texts they are escaped.
  return page.replace(/(\s(?:href|src|action)=")(\/[^"]*)"/gu, (_, start: string, to: string) => {
    const fragment = /#.*$/u.exec(to)?.[0] ?? '';
    return `${start}${wayTo(here, fileOf(to.replaceAll('&amp;', '&')))}${fragment}"`;
  });
}

function wayTo(here: readonly string[], file: string): string {
  const there = file.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  const way = [...up, ...there.slice(shared).map(encodeURIComponent)].join('/');
  // A first part with a colon would be read as a protocol.
  return way.split('/')[0]?.includes(':') ? `./${way}` : way;
}
