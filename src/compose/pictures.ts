import { diagnose } from '../errors.ts';
import { isPictureFile, measurePicture, pictureName } from '../text/pictures.ts';
import type { AnalyzedArticle, OwnPicture, ReadPicture, Result, StoryPicture } from '../types.ts';
import type { EditorDecisions, EditorPage } from './editor-page.ts';

const onlyHttps =
  'Only a picture that the article names as its own, by an address that begins with https://, can be shown: image: in its front matter, or what its page says.';

/**
 * The picture of an article if the editor asks for it; what one sees on it is said by the editor, else by the article.
 * Without such words it is not shown: many readers' programs load no pictures, and some readers see none. `source`
 * stands for who made it where nobody is named. `read` gives the bytes of a picture of the editor's own.
 */
export function choosePicture(
  article: AnalyzedArticle,
  page: EditorPage,
  source: string,
  read: ReadPicture = nonesuch,
): Result<StoryPicture | null> {
  const wanted = Object.hasOwn(page.pictures, article.id) ? page.pictures[article.id] : undefined;
  if (wanted === undefined) return { value: null, diagnostics: [] };
  if (typeof wanted === 'object') return chooseOwn(wanted, article.id, page, source, read);
  const { image } = article;
  const line = page.lineOf(article.id);
  const complain = (message: string, hint: string): Result<null> => ({
    value: null,
    diagnostics: [
      diagnose('editor-unmatched', `${message}: ${article.id}`, {
        file: page.file,
        hint,
        ...(line ? { line } : {}),
      }),
    ],
  });
  if (!image?.url.text.startsWith('https://')) return complain(whyNone(article), onlyHttps);
  const alt = wanted === true ? (image.alt?.text.trim() ?? '') : wanted;
  if (alt === '') {
    const hint = `Say it yourself: pictures: { ${article.id}: what one sees }`;
    return complain('the article does not say what its picture shows', hint);
  }
  return {
    value: { url: image.url.text, alt, credit: image.credit?.text.trim() || source },
    diagnostics: [],
  };
}

type Wanted = Extract<EditorDecisions['pictures'][string], object>;

const nonesuch: ReadPicture = () => ({ fault: 'is not there', hint: 'Put it into pictures/.' });

/** Pixels of either side. A few bytes may unpack to gigabytes in the memory of whoever looks. */
const longestSide = 4000;

/** A picture of the editor's own; what is wrong with it is told, and the story goes without. */
function chooseOwn(
  { file, alt, credit }: Wanted,
  id: string,
  page: EditorPage,
  source: string,
  read: ReadPicture,
): Result<OwnPicture | null> {
  const opened = openOwn(file, read);
  if ('name' in opened) return { value: { file, ...opened, alt, credit: credit ?? source }, diagnostics: [] };
  const line = page.lineOf(file) ?? page.lineOf(id);
  const shown = file.length > 80 ? `${file.slice(0, 80)}…` : file;
  const place = { file: page.file, hint: opened.hint, ...(line ? { line } : {}) };
  const message = `the picture ${shown} of ${id} ${opened.fault}`;
  return { value: null, diagnostics: [diagnose('picture-unusable', message, place)] };
}

function openOwn(
  file: string,
  read: ReadPicture,
): Pick<OwnPicture, 'name' | 'width' | 'height'> | { fault: string; hint: string } {
  if (!isPictureFile(file))
    return { fault: 'is no plain name of a file', hint: 'Name a file in pictures/, without folders.' };
  const bytes = read(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const facts = measurePicture(bytes);
  if (!facts) {
    const fault = bytes.length === 0 ? 'is empty' : 'is no PNG, JPEG or GIF, whatever its name says';
    return { fault, hint: 'Mail programs show PNG, JPEG and GIF: save it as one of them.' };
  }
  const { kind, width, height } = facts;
  if (Math.min(width, height) < 1 || Math.max(width, height) > longestSide) {
    const fault = `says it has ${width} × ${height} pixels`;
    return { fault, hint: `Make it 1 to ${longestSide} pixels wide and high; 1,120 wide are enough.` };
  }
  return { name: pictureName(bytes, kind), width, height };
}

/** What the article names instead of a picture with an https address. */
function whyNone({ image, metadata }: AnalyzedArticle): string {
  const named = image?.url.text ?? [metadata['image']?.value ?? []].flat()[0]?.trim() ?? '';
  if (named === '') return 'the article names no picture';
  const shown = named.length > 80 ? `${named.slice(0, 80)}…` : named;
  // A drive of Windows is no protocol.
  if (!/^(?:[a-z][\w+.-]+:|\/\/)/iu.test(named))
    return `only pictures with an https:// address can be shown, and ${shown} is a file`;
  return `only pictures with an https:// address can be shown, and that of ${shown} is none`;
}
