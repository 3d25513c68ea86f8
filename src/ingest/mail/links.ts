/** The address of a title's link without what counts readers; one that only leads on through a counter is none. */
export function cleanLink(href: string): string | null {
  if (!/^https?:\/\//iu.test(href) || href.length > 500 || !URL.canParse(href)) return null;
  const url = new URL(href);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|cmpid|cid|_hs.*|trk.*|email|e)$/iu.test(name))
      url.searchParams.delete(name);
  const counted =
    /(?:^|\.)(?:click|clicks|links?|track|tracking|trk|email|e|list-manage\d*|mailchi|t|go|r|url\d*|ct|cl|elink|lnks|mail)\d*\.|list-manage|sendgrid|mailgun|substack\.com\/redirect/iu.test(
      url.hostname + url.pathname,
    ) || /\/(?:track|click|redirect|redir|ls\/click|c\/|wf\/)/iu.test(url.pathname);
  // Words of an address are parted by hyphens; a long mix of letters and figures names a reader.
  const token = /(?=[A-Za-z_]*\d)[A-Za-z0-9_]{16,}|[A-Za-z0-9_=-]{60,}|@|%40/u.test(
    url.pathname + url.search,
  );
  return counted || token || url.pathname.length <= 1 ? null : url.href;
}
