import { diagnose } from '../errors.ts';
import type { AnalyzedArticle, Result, StoryPicture } from '../types.ts';
import type { EditorPage } from './editor-page.ts';

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
  if (!image?.url.text.startsWith('https://'))
    return complain(
      'the article names no picture with an https address',
      'Only a picture that the article names as its own can be shown: image: in its front matter, or what its page says.',
    );
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
