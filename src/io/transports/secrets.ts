/** What must not be shown, though another machine may repeat it. */

/** Blanks secrets out of what was said, as they are and in the ways that they go over the line. */
export function blank(text: string, { user, secrets }: { user: string; secrets: readonly string[] }): string {
  const forms = secrets.filter((secret) => secret !== '').flatMap((secret) => formsOf(user, secret));
  // The longest first: one may be within another.
  forms.sort((a, b) => b.length - a.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, '…'), text);
}

/** In base64 without its filling, which some leave off. */
function formsOf(user: string, secret: string): string[] {
  const packed = [
    secret,
    `\0${user}\0${secret}`,
    `${user}\0${user}\0${secret}`,
    `user=${user}\x01auth=Bearer ${secret}\x01\x01`,
  ];
  return [
    secret,
    encodeURIComponent(secret),
    ...packed.map((form) => Buffer.from(form).toString('base64').replace(/=+$/u, '')),
  ];
}
