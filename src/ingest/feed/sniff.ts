/** Why a file with the name of a feed is none. `text` is its decoded beginning. */
export function nameOther(text: string): string {
  if (/^\s*\{/u.test(text) && text.includes('jsonfeed.org/version/'))
    return 'it is a JSON Feed that breaks off before its first entry ends';
  const root = /<\s*(?:[\w.-]+:)?(?!\?|!)([\p{L}_][\w.-]*)/u.exec(
    text.replace(/<!--[\s\S]*?-->|<[!?][^>]*>/gu, ''),
  );
  const name = root?.[1]?.toLowerCase();
  if (name === 'opml')
    return 'it is a list of feeds (OPML): save the feeds themselves, or the articles you want, in this folder';
  if (name === 'html')
    return 'it is a web page, not a feed: give its name the ending .html, or save the feed itself';
  if (name === 'urlset' || name === 'sitemapindex') return 'it is a sitemap, a list of addresses';
  if (name === 'svg') return 'it is a picture';
  return 'it is data';
}
