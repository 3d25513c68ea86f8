/** How a text becomes a file of each format: seeds for those the sample lacks, and a place for hostile text. */
import { zipOf } from './zip.ts';

type Container = (text: string) => string | Buffer;

const escaped = (text: string): string => text.replace(/[&<]/gu, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
const plain: Container = (text) => text;
const page: Container = (text) =>
  `<!doctype html><html lang="en"><head><title>The weir at Ondrel</title></head><body><article><h1>The weir at Ondrel</h1>${text}</article></body></html>`;
const head =
  'From: Ada Weir <ada@weir.example>\nTo: b@weir.example\nSubject: The weir\nDate: Thu, 14 May 2026 08:00:00 +0000\n';
const mails: Container[] = [
  (text) => `${head}Content-Type: text/plain; charset=utf-8\n\n${text}`,
  (text) => `${head}Content-Type: text/html; charset=utf-8\n\n<p>${text}`,
  (text) =>
    `${head}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${text}\n--b--\n`,
];
const rss: Container[] = [
  (text) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Weir</title><item><title>The weir</title><link>https://weir.example/1</link><pubDate>Thu, 14 May 2026 08:00:00 GMT</pubDate><description>${escaped(text)}</description></item></channel></rss>`,
  (text) => `<rss version="2.0"><channel><title>Weir</title>${text}</channel></rss>`,
];
const atom: Container[] = [
  (text) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Weir</title><entry><id>tag:weir.example,2026:1</id><title>The weir</title><updated>2026-05-14T08:00:00Z</updated><content type="html">${escaped(text)}</content></entry></feed>`,
  (text) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${text}</entry></feed>`,
];
const rdf: Container[] = [
  (text) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://weir.example/1"><title>The weir</title><description>${escaped(text)}</description></item></rdf:RDF>`,
];
const json: Container[] = [
  (text) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Weir',
      items: [{ id: '1', title: 'The weir', content_html: text, date_published: '2026-05-14T08:00:00Z' }],
    }),
  (text) => `{"version":"https://jsonfeed.org/version/1.1","title":"Weir","items":[${text}]}`,
];
const documentXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docx =
  (body: (text: string) => string): Container =>
  (text) =>
    zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': documentXml(body(text)),
    });
const epub: Container = (text) =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'a.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Weir</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': String(page(text)),
  });

/** By ending; a format that is not here takes the text as it is. The first is the usual one. */
const containers: { [extension: string]: Container[] } = {
  '.md': [
    (text) => `---\ntitle: The weir\ndate: 2026-05-14\n---\n\n${text}`,
    (text) => `+++\ntitle = "The weir"\ndate = 2026-05-14\ntags = ["a", "b"]\n+++\n\n${text}`,
    (text) => `{\n  "title": "The weir",\n  "date": "2026-05-14"\n}\n\n${text}`,
    (text) => `---\n${text}\n---\nThe weir held.\n`,
  ],
  '.html': [page, plain],
  '.htm': [page],
  '.xhtml': [(text) => `<?xml version="1.0" encoding="utf-8"?>\n${page(text)}`],
  '.eml': [...mails, (text) => `${head}${text}`],
  '.mbox': mails.map(
    (mail) => (text) => `From ada@weir.example Thu May 14 08:00:00 2026\n${mail(text)}\n\nFrom b`,
  ),
  '.rss': rss,
  '.xml': [...rss, ...atom],
  '.atom': atom,
  '.rdf': rdf,
  '.json': json,
  '.opml': [
    (text) =>
      `<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Weir" xmlUrl="https://weir.example/feed"/>${text}</body></opml>`,
  ],
  '.docx': [docx((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`), docx((text) => text)],
  '.epub': [epub],
};

/** Files of a format around one text: the text as it is, and each container that the format has. */
export function filesAround(extension: string, text: string): Buffer[] {
  return [...(containers[extension] ?? []), ...(isZip(extension) ? [] : [plain])].map((put) =>
    Buffer.from(put(text) as string),
  );
}

function isZip(extension: string): boolean {
  return extension === '.docx' || extension === '.epub';
}
