/** A message of a mailbox: bytes [start, end) of the file, its `From ` line left out. */
export type Slice = { start: number; end: number };

/** `From ` with a sender and a time at the beginning of a line parts messages, as in `From ann Tue Oct  8 14:39:42 2002`. */
const parting =
  /^From (?:\S.{0,200} )?(?:[A-Z][a-z]{2},? +[A-Z0-9][a-z0-9]{0,2} +[A-Z0-9]|.{0,60}\d{1,2}:\d{2}).{0,80}$/u;

export function isParting(line: string): boolean {
  return parting.test(line.trimEnd());
}

/** The messages of a mailbox in order, up to `most`; text before the first is no message. */
export function splitMailbox(bytes: Buffer, most: number): { slices: Slice[]; cut: boolean } {
  const heads: Slice[] = [];
  for (let at = findFrom(bytes, 0); at !== -1; at = findFrom(bytes, at + 5)) {
    const feed = bytes.indexOf(10, at);
    const end = feed === -1 ? bytes.length : feed + 1;
    if (end - at <= 400 && isParting(bytes.toString('latin1', at, end))) heads.push({ start: at, end });
    if (heads.length > most) break;
  }
  const slices = heads.slice(0, most).map((head, i) => ({
    start: head.end,
    end: heads[i + 1]?.start ?? bytes.length,
  }));
  return { slices, cut: heads.length > most };
}

function findFrom(bytes: Buffer, from: number): number {
  if (from === 0 && bytes.toString('latin1', 0, 5) === 'From ') return 0;
  const found = bytes.indexOf('\nFrom ', Math.max(0, from - 1));
  return found === -1 ? -1 : found + 1;
}

/** Undoes the quotation of `From ` at the beginning of a line, `>From `, in text that was not encoded. */
export function unquoteFrom(bytes: Buffer): Buffer {
  if (!bytes.includes('>From ')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gmu, '$1'), 'latin1');
}
