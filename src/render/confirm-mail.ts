/** The mail that answers the form: the question whether it was they, or a word to who is on the list already. */
import { stripBidi, stripControls } from '../text/markup.ts';
import type { Site } from '../types.ts';
import { serveStringsFor } from './serve-strings.ts';
import { wordsLanguage } from './strings.ts';
import type { CompiledTemplates } from './templates.ts';
import { wrapText } from './wrap.ts';

export type AnswerMail = { subject: string; html: string; text: string };

/**
 * `confirm`: `link` leads to the page with the button, for some days. `already`: to the one on which they can leave. What
 * was typed into the form is in neither: else anybody could send their own words to anybody in our name.
 */
export function renderAnswerMail(
  answer: { kind: 'confirm'; days: number } | { kind: 'already' },
  link: string,
  site: Site,
  templates: CompiledTemplates,
): AnswerMail {
  const lang = wordsLanguage(site.language);
  const says = serveStringsFor(lang);
  const title = stripBidi(stripControls(site.title));
  const view = {
    lang,
    title,
    link,
    label: says.leave,
    ignore: says.ignore,
    postalAddress: site.postalAddress === null ? null : stripControls(site.postalAddress),
    ...(answer.kind === 'confirm'
      ? {
          subject: says.confirmSubject(title),
          asked: says.confirmAsked(title),
          how: says.confirmHow(answer.days),
          button: says.confirmButton,
        }
      : {
          subject: says.alreadySubject(title),
          asked: says.alreadyAsked(title),
          how: says.alreadyHow,
          button: null,
        }),
  };
  const { subject, asked, how, ignore, postalAddress } = view;
  const pieces =
    answer.kind === 'confirm' ? [title, asked, link, how, ignore] : [title, asked, `${how}\n${link}`, ignore];
  const foot = postalAddress === null ? [] : [`-- \n${postalAddress}`];
  const text = [...pieces.map((piece) => wrapText(piece, 72).join('\n')), ...foot].join('\n\n');
  return { subject, html: templates.render('confirm-mail', view), text: `${text}\n` };
}
