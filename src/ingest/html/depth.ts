/** Deeper than any page that a person wrote; browsers stop at 512. */
const depthLimit = 200;

/** Tables within tables cost most: each counts as this many levels. */
const tableWeight = 10;

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** A new one ends an open one of the same kind, up to the container that holds both. */
const implied = new Set('p li dt dd tr td th option optgroup thead tbody tfoot'.split(' '));
const containers = new Set('ul ol dl table select div section article body blockquote'.split(' '));

type Tag = { start: number; end: number; name: string; closes: boolean; empty: boolean };

/**
 * Tags nested too deep become comments of the same length, so that all offsets stay those of the source: the parser
 * looks through all open elements at every tag, and Readability through all ancestors.
 */
export function limitDepth(source: string): string {
  const open: string[] = [];
  const pieces: string[] = [];
  let [depth, hidden, at] = [0, 0, 0];
  const popTo = (index: number): void => {
    while (open.length > index) depth -= weightOf(open.pop() ?? '');
  };
  for (const tag of tagsIn(source)) {
    if (tag.empty || voids.has(tag.name)) continue;
    const deep = tag.closes ? hidden > 0 : depth >= depthLimit;
    if (deep) {
      if (tag.closes) hidden -= 1;
      else if (!implied.has(tag.name)) hidden += 1;
      pieces.push(source.slice(at, tag.start), asComment(source.slice(tag.start, tag.end)));
      at = tag.end;
    } else if (tag.closes) {
      const index = open.lastIndexOf(tag.name);
      if (index !== -1) popTo(index);
    } else {
      const before = implied.has(tag.name) ? findOpen(open, tag.name) : -1;
      if (before !== -1) popTo(before);
      open.push(tag.name);
      depth += weightOf(tag.name);
    }
  }
  return at === 0 ? source : pieces.join('') + source.slice(at);
}

function weightOf(name: string): number {
  return name === 'table' ? tableWeight : 1;
}

function findOpen(open: readonly string[], name: string): number {
  for (let i = open.length - 1; i >= 0; i -= 1) {
    if (open[i] === name) return i;
    if (containers.has(open[i] ?? '')) return -1;
  }
  return -1;
}

/** Tags in order, found in one pass: a `>` in a quoted value does not end one. */
function* tagsIn(source: string): Generator<Tag> {
  const opening = /<(\/?)([a-z][^\s/>]{0,40})/giy;
  for (let start = source.indexOf('<'); start !== -1; start = source.indexOf('<', start)) {
    opening.lastIndex = start;
    const match = opening.exec(source);
    const end = match ? findEnd(source, opening.lastIndex) : start + 1;
    if (end === -1) return;
    if (match) {
      const empty = source.charAt(end - 2) === '/';
      yield { start, end, name: (match[2] ?? '').toLowerCase(), closes: match[1] === '/', empty };
    }
    start = end;
  }
}

/** Behind the `>` that ends a tag, or -1: the parser drops such a tag with all that follows. */
function findEnd(source: string, from: number): number {
  const stop = /[>"']/gu;
  stop.lastIndex = from;
  for (let match = stop.exec(source); match; match = stop.exec(source)) {
    if (match[0] === '>') return match.index + 1;
    // A quote begins a value only behind an equals sign.
    if (!/=\s*$/u.test(source.slice(Math.max(from, match.index - 10), match.index))) continue;
    const close = source.indexOf(match[0], match.index + 1);
    if (close === -1) return -1;
    stop.lastIndex = close + 1;
  }
  return -1;
}

/** Markup that the parser reads as a bogus comment: it begins with `<!` and ends at the first `>`. */
function asComment(tag: string): string {
  return `<!${tag.slice(2, -1).replace(/[>-]/gu, '_')}>`;
}
