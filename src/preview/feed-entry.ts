import { html, raw } from 'hono/html';

/** An entry of our own feed, its marked-up fields as HTML. */
export type FeedEntry = { title: string; content: string; updated: string; author: string };

/** Finds the entry of a page's address in the bytes of feed.xml, or null when the feed does not hold it. */
export function findEntry(feed: string, address: string): FeedEntry | null {
  const link = `<link href="${escapeXml(address)}"/>`;
  const entry = feed
    .split('<entry>')
    .slice(1)
    .find((text) => text.split('<content')[0]?.includes(link));
  if (entry === undefined) return null;
  const author = /<author>[\s\S]*?<name>([\s\S]*?)<\/name>/u.exec(feed)?.[1] ?? '';
  return {
    title: fieldOf(entry, 'title'),
    content: fieldOf(entry, 'content'),
    updated: fieldOf(entry, 'updated'),
    author: readXml(author),
  };
}

/** A field's text; what stands in CDATA sections is taken as it is, a `]]>` in it is spread over two of them. */
function fieldOf(entry: string, name: string): string {
  const start = new RegExp(`<${name}(?:\\s[^>]*)?>`, 'u').exec(entry);
  if (!start) return '';
  const rest = entry.slice(start.index + start[0].length);
  return readXml(rest.split(`</${name}>`)[0] ?? '');
}

function readXml(text: string): string {
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(amp|lt|gt|quot|apos);/gu,
    (_, inner?: string, name?: string) => (name === undefined ? (inner ?? '') : (characters[name] ?? '')),
  );
}

const characters: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/**
 * The page a feed reader would make of an entry: its own type and colours, ours gone. The content goes in as markup;
 * the page is only ever shown in a frame in which nothing runs and nothing is loaded.
 */
export async function readerPage(entry: FeedEntry, language: string): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${raw(entry.title)}</title>
<style>${raw(readerStyle)}</style>
</head>
<body>
<main>
<h1>${raw(entry.title)}</h1>
<p class="by">${entry.author}, <time datetime="${entry.updated}">${entry.updated.slice(0, 10)}</time></p>
${raw(entry.content)}
</main>
</body>
</html>
`;
  return String(page);
}

const readerStyle = `:root { color-scheme: light dark; }
body { margin: 0; font: 18px/1.6 Georgia, 'Times New Roman', serif; }
main { max-width: 640px; padding: 20px 24px 64px; overflow-wrap: break-word; }
h1 { font-size: 28px; line-height: 1.25; }
.by { font-size: 15px; opacity: 0.75; }
`;
