import { readEpub } from './book/epub.ts';
import { readDocx } from './document/docx.ts';
import { readFeed } from './feed/feed.ts';
import { readHtmlFile } from './html/html-file.ts';
import { readMailbox, readMailFile } from './mail/mail.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Reader } from './reader.ts';
import { readAsText } from './text-file.ts';

/** Every format Digestif reads: a new one is one file and one line here. The first that accepts a file reads it. */
export const readers: Reader[] = [
  { name: 'text@1', extensions: ['.txt', '.text'], read: readAsText(readPlainText) },
  { name: 'markdown@1', extensions: ['.md', '.markdown'], read: readAsText(readMarkdown) },
  { name: 'html@1', extensions: ['.html', '.htm', '.xhtml'], read: readHtmlFile },
  { name: 'mail@1', extensions: ['.eml'], read: readMailFile },
  { name: 'mailbox@1', extensions: ['.mbox'], read: readMailbox },
  { name: 'feed@1', extensions: ['.xml', '.rss', '.atom', '.rdf', '.json', '.opml'], read: readFeed },
  { name: 'document@1', extensions: ['.docx', '.docm', '.dotx'], read: readDocx },
  { name: 'book@1', extensions: ['.epub'], read: readEpub },
];

/** Formats people drop in that are not read, with what to do instead. */
export const unread: { extensions: string[]; reason: string }[] = [
  {
    extensions: ['.mhtml', '.mht', '.webarchive'],
    reason: 'web archives are not read: save the page as HTML only, or paste the text into a .txt file',
  },
  {
    extensions: ['.msg', '.emlx'],
    reason: 'mails are read when saved as .eml or .mbox',
  },
  {
    extensions: ['.doc', '.odt', '.rtf', '.pages', '.wpd'],
    reason: 'such documents are not read: save it as .docx from your word processor',
  },
  {
    extensions: ['.mobi', '.azw', '.azw3', '.kfx', '.fb2'],
    reason: 'such books are not read: convert it to .epub, if it is not protected',
  },
  {
    extensions: ['.pdf'],
    reason: 'a PDF has no text, only glyphs at places: copy the text out of it into a .txt file',
  },
  { extensions: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'], reason: 'it is a picture' },
  { extensions: ['.yaml', '.yml', '.toml', '.csv', '.tsv'], reason: 'it is data' },
];
