import { SaxesParser } from 'saxes';

/** Entries of a feed as a strict parser reads them: text of each child, or the address of a link. */
export function parseXml(text: string): { [name: string]: string }[] {
  const entries: { [name: string]: string }[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  const add = (words: string): void => {
    const entry = entries.at(-1);
    const [, , name] = path;
    if (path[1] === 'entry' && entry && name !== undefined) entry[name] = (entry[name] ?? '') + words;
  };
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length === 2 && name === 'entry') entries.push({});
    if (name === 'link') add(String(attributes['href']));
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return entries;
}
