/** What every answer says to the browser. */

/** For the archive: styles of its own, pictures the editor chose, no script, no form. */
export const archivePolicy = policyOf({ images: "'self' https: data:", forms: "'none'" });

/** For pages with forms: they request nothing, and send to where they came from only. */
export const formPolicy = policyOf({ images: "'self' data:", forms: "'self'" });

function policyOf({ images, forms }: { images: string; forms: string }): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${images}`,
    `form-action ${forms}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of all answers; `isSecure` when the public address is https. */
export function headersOf(isSecure: boolean): { [name: string]: string } {
  return {
    'content-security-policy': formPolicy,
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Addresses of pages hold tokens.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
