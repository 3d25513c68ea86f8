import { type Header, headerOf, readHeaders, readStructured } from './headers.ts';

/** A message: the mail itself, or one that it forwards. */
export type Message = {
  headers: Header[];
  /** The message it lies in, by index. */
  parent: number | null;
};

/** A part of a mail that holds no further parts. Offsets are bytes of the file. */
export type Leaf = {
  message: number;
  headers: Header[];
  type: string;
  params: { [name: string]: string };
  encoding: string;
  attached: boolean;
  /** Leaves with the same number say the same thing in several formats. */
  alternative: number | null;
  start: number;
  end: number;
};

export type Fault = 'unclosed' | 'no-boundary' | 'too-deep' | 'too-many';

export type MailTree = {
  /** In the order they begin; the first is the mail itself. */
  messages: Message[];
  leaves: Leaf[];
  /** Types of the containers, such as `multipart/encrypted`. */
  containers: string[];
  faults: Set<Fault>;
};

/** Deeper than this is no mail but an attack. */
const deepest = 200;
const mostLeaves = 10_000;

type Place = { message: number; alternative: number | null; fallback: string };
type Frame = Place & {
  boundary: string;
  shadowed: number | undefined;
  closed: boolean;
  /** What it is read as when its boundary never comes. */
  whole: Leaf;
  empty: boolean;
};

type Walk = {
  bytes: Buffer;
  end: number;
  tree: MailTree;
  frames: Frame[];
  /** Which frame a boundary belongs to. */
  boundaries: Map<string, number>;
  open: Leaf | null;
};

/** Finds the parts of the mail in [start, end) in one pass over its bytes; nothing is decoded, nothing thrown. */
export function readTree(bytes: Buffer, start: number, end: number): MailTree {
  const tree: MailTree = { messages: [], leaves: [], containers: [], faults: new Set() };
  const walk: Walk = { bytes, end, tree, frames: [], boundaries: new Map(), open: null };
  const { headers, end: body } = readHeaders(bytes, start, end);
  tree.messages.push({ headers, parent: null });
  let at = enter(walk, headers, body, { message: 0, alternative: null, fallback: 'text/plain' });
  while (at < end && walk.frames.length > 0) {
    const line = nextDashes(walk, at);
    if (line === -1) break;
    at = passLine(walk, line);
  }
  closeLeaf(walk, end);
  leaveFrames(walk, 0, end);
  return tree;
}

/** Takes up an entity whose headers were read; returns where to go on looking for boundaries. */
function enter(walk: Walk, headers: Header[], body: number, place: Place): number {
  const { tree } = walk;
  const leaf = leafOf(headers, body, place);
  const { type, params, encoding } = leaf;
  const deep = walk.frames.length + tree.messages.length > deepest;
  if (deep && /^(?:multipart|message)\//u.test(type)) tree.faults.add('too-deep');
  else if (type.startsWith('multipart/')) {
    const boundary = (params['boundary'] ?? '').trimEnd() || guessBoundary(walk, body);
    tree.containers.push(type);
    leaf.type = 'text/plain';
    if (boundary !== '') return openFrame(walk, type, boundary, leaf, place);
    tree.faults.add('no-boundary');
  } else if (isMessage(type) && !/base64|quoted/iu.test(encoding)) {
    const inner = readHeaders(walk.bytes, body, walk.end);
    tree.messages.push({ headers: inner.headers, parent: place.message });
    const message = tree.messages.length - 1;
    return enter(walk, inner.headers, inner.end, { message, alternative: null, fallback: 'text/plain' });
  }
  walk.open = leaf;
  return body;
}

function leafOf(headers: Header[], start: number, { message, alternative, fallback }: Place): Leaf {
  const { value, params } = readStructured(headerOf(headers, 'content-type'));
  const type = /^[\w.+-]+\/[\w.+-]+$/u.test(value) ? value : fallback;
  const encoding = /[\w-]+/u.exec(headerOf(headers, 'content-transfer-encoding') ?? '')?.[0] ?? '';
  const disposition = readStructured(headerOf(headers, 'content-disposition')).value;
  const attached = disposition === 'attachment' || params['name'] !== undefined;
  return { message, headers, type, params, encoding, attached, alternative, start, end: start };
}

function isMessage(type: string): boolean {
  return type === 'message/rfc822' || type === 'message/global';
}

/** A multipart that does not name its boundary still shows it. */
function guessBoundary({ bytes, end }: Walk, body: number): string {
  const head = bytes.toString('latin1', body, Math.min(end, body + 4096));
  return /(?:^|\n)--([^\s-][^\r\n]{5,68})\r?\n[A-Za-z-]+:/u.exec(head)?.[1]?.trimEnd() ?? '';
}

function openFrame(walk: Walk, type: string, boundary: string, whole: Leaf, place: Place): number {
  const alternative = type === 'multipart/alternative' ? walk.tree.containers.length : place.alternative;
  const fallback = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const shadowed = walk.boundaries.get(boundary);
  walk.boundaries.set(boundary, walk.frames.length);
  const { message } = place;
  const frame = { message, alternative, fallback, boundary, shadowed, closed: false, whole, empty: true };
  walk.frames.push(frame);
  return whole.start;
}

/** Offset of the next line that begins with two hyphens, or -1. */
function nextDashes({ bytes, end }: Walk, at: number): number {
  const atLineStart = at === 0 || bytes[at - 1] === 10;
  if (atLineStart && bytes[at] === 45 && bytes[at + 1] === 45) return at;
  const found = bytes.indexOf('\n--', at);
  return found === -1 || found + 1 >= end ? -1 : found + 1;
}

/** Ends and begins parts if the line is a boundary; returns where to go on. */
function passLine(walk: Walk, start: number): number {
  const feed = walk.bytes.indexOf(10, start);
  const stop = feed === -1 || feed >= walk.end ? walk.end : feed;
  const next = Math.min(walk.end, stop + 1);
  if (stop - start > 400) return next;
  const line = walk.bytes.toString('latin1', start + 2, stop).trimEnd();
  const begins = walk.boundaries.get(line);
  const ends = line.endsWith('--') ? walk.boundaries.get(line.slice(0, -2)) : undefined;
  const index = begins ?? ends;
  if (index === undefined) return next;
  closeLeaf(walk, start);
  leaveFrames(walk, index + 1, start);
  const frame = walk.frames[index];
  if (!frame) return next;
  if (begins !== undefined) frame.empty = false;
  else {
    frame.closed = true;
    leaveFrames(walk, index, next);
    return next;
  }
  if (walk.tree.leaves.length >= mostLeaves) {
    walk.tree.faults.add('too-many');
    return walk.end;
  }
  const { headers, end } = readHeaders(walk.bytes, next, walk.end);
  return enter(walk, headers, end, frame);
}

/** Closes the containers above `length`; one in which nothing was found is itself a text. */
function leaveFrames(walk: Walk, length: number, end: number): void {
  while (walk.frames.length > length) {
    const frame = walk.frames.pop();
    if (!frame) return;
    if (!frame.closed) walk.tree.faults.add('unclosed');
    if (!frame.closed && frame.empty) walk.tree.leaves.push({ ...frame.whole, end });
    if (frame.shadowed === undefined) walk.boundaries.delete(frame.boundary);
    else walk.boundaries.set(frame.boundary, frame.shadowed);
  }
}

/** The line break before a boundary belongs to the boundary. */
function closeLeaf(walk: Walk, boundary: number): void {
  const leaf = walk.open;
  if (!leaf) return;
  walk.open = null;
  let end = boundary;
  if (walk.frames.length > 0 && end > leaf.start && walk.bytes[end - 1] === 10) end -= 1;
  if (end < boundary && end > leaf.start && walk.bytes[end - 1] === 13) end -= 1;
  walk.tree.leaves.push({ ...leaf, end: Math.max(leaf.start, end) });
}
