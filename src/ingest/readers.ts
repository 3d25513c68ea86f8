import { readFeed } from './feed/feed.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Reader } from './reader.ts';
import { readAsText } from './text-file.ts';

/** Every format Digestif reads: a new one is one file and one line here. The first that accepts a file reads it. */
export const readers: Reader[] = [
  { name: 'text@1', extensions: ['.txt', '.text'], read: readAsText(readPlainText) },
  { name: 'markdown@1', extensions: ['.md', '.markdown'], read: readAsText(readMarkdown) },
  { name: 'feed@1', extensions: ['.xml', '.rss', '.atom', '.rdf', '.json', '.opml'], read: readFeed },
];

/** Formats people drop in that are not read, with what to do instead. */
export const unread: { extensions: string[]; reason: string }[] = [
  {
    extensions: ['.html', '.htm', '.mhtml'],
    reason: 'web pages are not read yet: paste the text into a .txt file',
  },
  {
    extensions: ['.eml', '.mbox', '.msg'],
    reason: 'mails are not read yet: paste the text into a .txt file',
  },
  {
    extensions: ['.pdf', '.doc', '.docx', '.odt', '.rtf', '.epub'],
    reason: 'documents are not read: paste the text into a .txt file',
  },
  { extensions: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif'], reason: 'it is a picture' },
  { extensions: ['.yaml', '.yml', '.toml', '.csv', '.tsv'], reason: 'it is data' },
];
