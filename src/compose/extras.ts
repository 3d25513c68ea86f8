/** What stands between the themes of an issue: figures and a quote, as the editor or the score chose them. */
import { diagnose } from '../errors.ts';
import type { Diagnostic, IssueNumber, Quote, Result } from '../types.ts';
import type { Draft } from './compose.ts';
import type { EditorPage } from './editor-page.ts';
import { findWords, listCandidates } from './excerpts.ts';
import { chooseNumbers, toNumber } from './numbers.ts';
import { chooseQuote, toQuote } from './quotes.ts';
import type { Told } from './stories.ts';

export type Extras = { numbers: IssueNumber[]; quote: Quote | null };

/** `told` in the order in which readers meet the stories. What an editor wrote counts as it is, but must be found. */
export function chooseExtras(key: string, told: readonly Told[], draft: Draft): Result<Extras> {
  const { page, articles, options } = draft;
  const candidates = listCandidates(told, articles);
  const diagnostics: Diagnostic[] = [];
  const find = (first: string, second: string): ReturnType<typeof findWords> => {
    const found = findWords(candidates, first, second);
    if (!found) diagnostics.push(notFound(page, first, second));
    return found;
  };
  const chosen = (wanted: readonly { figure: string; label: string }[]): IssueNumber[] =>
    wanted.flatMap(({ figure, label }) => {
      const found = find(figure, label);
      if (!found) return [];
      return toNumber(found.candidate, { figure: found.first, label: found.second }, options.language);
    });
  const quoted = (wanted: { words: string; by: string } | null): Quote | null => {
    const found = wanted && find(wanted.words, wanted.by);
    if (!found) return null;
    return toQuote(found.candidate, { words: found.first, by: found.second }, options.language, key);
  };
  const numbers =
    page.numbers === undefined
      ? chooseNumbers(candidates, options.language, options.remember)
      : chosen(page.numbers || []);
  const quote =
    page.quote === undefined
      ? chooseQuote(candidates, options.language, key, options.remember)
      : quoted(page.quote || null);
  return { value: { numbers, quote }, diagnostics };
}

function notFound(page: EditorPage, first: string, second: string): Diagnostic {
  const line = page.lineOf(first) ?? page.lineOf(second);
  const message = `no sentence of this issue holds both "${first.slice(0, 60)}" and "${second.slice(0, 60)}"`;
  const hint = 'Copy both word for word out of one sentence of a story that this issue tells.';
  return diagnose('not-verbatim', message, { file: page.file, hint, ...(line ? { line } : {}) });
}
