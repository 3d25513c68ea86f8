/** Pictures that go along in the mail: each is shown and is there, and all of them are not too much. */
import PostalMime, { type Attachment } from 'postal-mime';
import { count, type Finding, finding, findingAt, type OpenMail, type Verdict } from '../gate.ts';
import { embeddedOf } from '../links.ts';

/**
 * Bytes of the whole mail. From here on SpamAssassin's client passes it on unscanned (spamc(1), `-s`: 500 KB), and whoever
 * receives it may take that ill. The other is our own judgement, for no standard names one: twice that, with which ten
 * thousand readers are sent 10 GB, whether they look or not.
 */
const heavy = 500 * 1024;
const tooHeavy = 1024 * 1024;

/** Every `cid:` has its part in the mail, and every such part is shown; with that the mail is not too heavy. */
export async function checkEmbedded({ eml, email, hidden }: OpenMail): Promise<Verdict> {
  const { attachments } = await PostalMime.parse(eml);
  const parts = attachments.filter(({ related }) => related).map((part) => ({ part, id: idOf(part) }));
  const shown = [...embeddedOf(email.elements), ...embeddedOf(hidden)];
  const bytes = Buffer.byteLength(eml);
  const figure = `${(bytes / 1024).toFixed(1)} KB`;
  const all = `The whole mail has ${figure}, with ${count(parts.length, 'embedded picture')}.`;
  const findings: Finding[] = [
    ...shown
      .filter(({ address }) => !parts.some(({ id }) => id === address))
      .map(({ element, address }) => {
        const message = `the mail has no part ${address.slice(0, 80)}`;
        return element && !hidden.includes(element) ? findingAt(email, element, message) : finding(message);
      }),
    ...parts
      .filter(({ id }) => !shown.some(({ address }) => address === id))
      .map(({ part, id }) => finding(`nothing shows the part ${(id || part.filename) ?? 'without name'}`)),
  ];
  if (findings.length > 0)
    return { result: 'fail', figure, sentence: 'A picture would be broken, or sent for nothing.', findings };
  if (bytes < heavy) return { result: 'pass', figure, sentence: all, findings };
  const hint = 'Show fewer pictures, or smaller ones: 1,120 pixels are twice the width they have.';
  const limit = bytes < tooHeavy ? '500 KB: some filters pass it on unscanned' : '1 MB, for every reader';
  return {
    result: bytes < tooHeavy ? 'look' : 'fail',
    figure,
    sentence: all,
    findings: [finding(`more than ${limit}`, hint)],
  };
}

function idOf({ contentId = '' }: Attachment): string {
  return contentId.replace(/^<|>$/gu, '');
}
