import { strToU8, zipSync } from 'fflate';

/** When the members of archives made here were last changed: the archive is the same each time. */
const mtime = new Date(2026, 9, 1, 12);

export type Members = { [name: string]: string | Uint8Array };

/** A zip archive of texts and bytes. */
export function zip(members: Members, options: { level?: 0 | 6 } = {}): Buffer {
  const files = Object.entries(members).map(([name, content]) => {
    return [name, typeof content === 'string' ? strToU8(content) : content] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime, level: options.level ?? 6 }));
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** `word/document.xml` with this between the tags of its body. */
export function body(xml: string, namespace = word): string {
  const others = `xmlns:m="math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}" ${others}><w:body>${xml}</w:body></w:document>`;
}

/** A paragraph of one run, with a style or none. */
export function p(text: string, style = '', more = ''): string {
  const properties = style === '' && more === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export const core = (fields: string): string =>
  `<cp:coreProperties xmlns:cp="core" xmlns:dc="dc" xmlns:dcterms="terms">${fields}</cp:coreProperties>`;

/** A document of Word with these paragraphs, and further members. */
export function docx(xml: string, more: Members = {}): Buffer {
  return zip({ 'word/document.xml': body(xml), ...more });
}

const container =
  '<container><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** A page of a book. */
export function page(content: string, attributes = ''): string {
  return `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x.xhtml</title></head><body ${attributes}>${content}</body></html>`;
}

/** The package file of a book with these pages in its spine. */
export function opf(names: readonly string[], metadata = '', more = ''): string {
  const items = names.map((n, i) => `<item id="i${i}" href="${n}" media-type="application/xhtml+xml"/>`);
  const refs = names.map((_, i) => `<itemref idref="i${i}"/>`);
  const head = `<metadata xmlns:dc="dc">${metadata}</metadata>`;
  return `<package>${head}<manifest>${items.join('')}${more}</manifest><spine>${refs.join('')}</spine></package>`;
}

/** A book of these pages, in order. */
export function epub(pages: { [name: string]: string }, metadata = '', more: Members = {}): Buffer {
  const files = Object.entries(pages).map(([name, content]) => [`OPS/${name}`, content] as const);
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OPS/book.opf': opf(Object.keys(pages), metadata),
    ...Object.fromEntries(files),
    ...more,
  });
}

/** Prose of an invented harbour, different for each number. */
export function prose(n: number): string {
  return `On day ${n} the keeper of the tide office wrote the height of the water into ledger ${n}, and nobody asked him why it had been ${n} centimetres lower the night before.`;
}
