/** Pictures made byte by byte, and files that only say they are pictures. */
import { crc32, deflateSync } from 'node:zlib';

/** A grey PNG that any program shows. */
export function makePng(width: number, height: number, grey = 120): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, grey);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), ...parts]);
}

/** A PNG that weighs so much: what follows its end is shown by nobody. */
export function makeHeavyPng(bytes: number, grey = 120): Uint8Array {
  const png = makePng(40, 30, grey);
  return Buffer.concat([png, Buffer.alloc(bytes - png.length, 'heavy ')]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A GIF of one dot that says it is so large. */
export function makeGif(width: number, height: number): Uint8Array {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');
  gif.writeUInt16LE(width, 6);
  gif.writeUInt16LE(height, 8);
  return gif;
}

/** The head of a JPEG up to its frame: with an application's segment, filling and a table of codes before it. */
export function makeJpegHead(width: number, height: number, frame = 0xc0): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe0, 0, 6, 0xff, 0xc0, 0, 9],
    ...[0xff, 0xff, 0xff, 0xc4, 0, 3, 1],
    ...[0xff, frame, 0, 11, 8, ...size, 1, 1, 0x11, 0],
  ]);
}

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
