import { diagnose } from '../errors.ts';
import type { AnalyzedArticle, Result, StoryPicture } from '../types.ts';
import type { EditorPage } from './editor-page.ts';

const onlyHttps =
  'Only a picture that the article names as its own, by an address that begins with https://, can be shown: image: in its front matter, or what its page says.';

/**
 * The picture of an article if the editor asks for it; what one sees on it is said by the editor, else by the article.
 * Without such words it is not shown: many readers' programs load no pictures, and some readers see none. `source`
 * stands for who made it where nobody is named.
 */
export function choosePicture(
  article: AnalyzedArticle,
  page: EditorPage,
  source: string,
): Result<StoryPicture | null> {
  const wanted = Object.hasOwn(page.pictures, article.id) ? page.pictures[article.id] : undefined;
  if (wanted === undefined) return { value: null, diagnostics: [] };
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
