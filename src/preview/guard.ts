/** Who may ask the preview for what. It listens on this machine only, but web pages and names of others reach there too. */

export type Asked = {
  method: string;
  /** Path of the address. */
  path: string;
  header: (name: string) => string | undefined;
};

/** Why a request is refused, with the status that says so; null: it is served. */
export function refusal(asked: Asked, port: number): { status: 403 | 405 | 421; words: string } | null {
  // Nobody writes the port that is meant anyway.
  const ending = port === 80 ? '' : `:${port}`;
  const own = [`127.0.0.1${ending}`, `localhost${ending}`];
  // A name of somebody else's that was made to point here (DNS rebinding) would be an origin of theirs.
  if (!own.includes(asked.header('host') ?? ''))
    return { status: 421, words: 'This address is not served here.' };
  const posts = asked.method === 'POST' && /^\/issues\/[^/]+\/links\/$/u.test(asked.path);
  if (!['GET', 'HEAD'].includes(asked.method) && !posts)
    return { status: 405, words: 'The preview only shows: GET and HEAD.' };
  if (isForeign(asked, own) || (posts && !isOurs(asked, own)))
    return { status: 403, words: 'Another site may not ask this of the preview.' };
  return null;
}

/** Asked by a page of another origin. To follow a link to a page is allowed; to embed or to fetch it is not. */
function isForeign({ header, path }: Asked, own: readonly string[]): boolean {
  const origin = header('origin');
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return true;
  const site = header('sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  const isVisit = header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document';
  return !isVisit || path === '/events';
}

/** What acts must say that a page of ours asks for it. */
function isOurs({ header }: Asked, own: readonly string[]): boolean {
  const origin = header('origin');
  return origin !== undefined && own.some((host) => origin === `http://${host}`);
}

/** For our own pages: scripts and styles from files of ours, frames of ours, nothing from anywhere else. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For what is shown in frames, or alone: styles of its own, pictures that are in out/, no script, no other request. */
export const framePolicy = [
  'sandbox allow-same-origin',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** What every answer says. */
export const commonHeaders: { [name: string]: string } = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Not `no-referrer`: with it, a form of ours would be sent as of no origin.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
