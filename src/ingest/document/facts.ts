import { foldSpace } from '../../text/ranges.ts';
import { outlineOf } from '../xml/outline.ts';

/** What the properties of a document state. Its dates are those of the file, not of the article: they are not taken. */
export type DocumentFacts = { title: string; authors: string[]; language: string };

export const noFacts: DocumentFacts = { title: '', authors: [], language: '' };

/** Names that programs fill in, and titles that are names of files or templates. */
const noName =
  /^(?:admin(?:istrator)?|user|author|owner|guest|unknown|anonymous|me|pc|windows|default|microsoft.*|ms ?office.*|office.*|python-docx|openpyxl|apache poi|libreoffice.*|google.*|un-?named|.*@.*|[\p{L}\d]*\d{3,}[\p{L}\d]*)$/iu;
const noTitle =
  /^(?:untitled.*|document ?\d*|microsoft word.*|word document.*|powerpoint.*|title|titel|new document.*|unbenannt.*|sans titre.*|.*\.\w{2,4})$/iu;

/** Reads `docProps/core.xml`. */
export function readFacts(source: string): DocumentFacts {
  const elements = outlineOf(source);
  const said = (name: string): string =>
    foldSpace(elements.find((e) => e.name === name)?.text ?? '').slice(0, 300);
  const title = said('title');
  const language = said('language');
  return {
    title: noTitle.test(title) ? '' : title,
    authors: said('creator')
      .split(/\s*;\s*/u)
      .filter((name) => name !== '' && !noName.test(name)),
    language: /^[a-z]{2,3}(?:-[a-z0-9]+)*$/iu.test(language) ? language : '',
  };
}
