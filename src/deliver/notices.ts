/** The mail by which the editor is told that an issue waits. */
import { escapeHtml } from '../text/markup.ts';

/** `until` in words, or null where it is too late for it to be sent by itself. */
export function noticeOf(args: {
  newsletter: string;
  /** Key and title of the issue. */
  key: string;
  title: string;
  stories: number;
  until: string | null;
}): { subject: string; html: string; text: string } {
  const { newsletter, key, title, stories, until } = args;
  const many = `${stories} ${stories === 1 ? 'story' : 'stories'}`;
  const sending =
    until === null
      ? `It is too late for it to be sent by itself. Once it is approved: digestif send ${key}`
      : `Approved before ${until}, it is sent by itself with the next digestif run. After that: digestif send ${key}`;
  const pieces = [
    `${newsletter}: the issue ${key} is due and waits for you. "${title}", ${many}.`,
    'Look at it: digestif preview',
    `Approve it: digestif approve ${key}`,
    sending,
    'This is the only mail about it.',
  ];
  return {
    subject: `${newsletter}: ${key} waits to be approved`,
    text: `${pieces.join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(key)}</title><body>${pieces
      .map((piece) => `<p>${escapeHtml(piece)}</p>`)
      .join('\n')}</body></html>\n`,
  };
}
