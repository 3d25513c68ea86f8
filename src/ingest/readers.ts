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
    extensions: ['.doc', '.docx', '.odt', '.rtf'],
    reason: 'documents are not read: save it as plain text (.txt), encoding UTF-8, from your word processor',
  },
  { extensions: ['.epub'], reason: 'books are not read: paste the chapters you want into .txt files' },
  { extensions: ['.pdf'], reason: 'documents are not read: copy the text out of the PDF into a .txt file' },
  { extensions: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'], reason: 'it is a picture' },
  { extensions: ['.yaml', '.yml', '.toml', '.csv', '.tsv'], reason: 'it is data' },
];
