// A font as it was before it was packed for the web. The typesetter of our drawings unpacks one itself,
// in JavaScript, which takes it half a second; the system's own way takes a hundredth of that.

import { inflateSync } from "node:zlib";

/**
 * The SFNT file (OpenType or TrueType) that a WOFF 1.0 file holds: the same tables, in the same order.
 *
 * @see https://www.w3.org/TR/WOFF/#FileStructure
 * @throws RangeError where `woff` is none
 */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(HEADER + count * RECORD);
  // The numbers for a search by halves, which follow the count, may be 0: nobody searches so any more.
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let place = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(WOFF_HEADER + index * WOFF_RECORD);
    const [offset, packed, length] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as Numbers;
    const record = HEADER + index * RECORD;
    entry.copy(directory, record, 0, 4); // its name
    entry.copy(directory, record + 4, 16, 20); // its check sum
    directory.writeUInt32BE(place, record + 8);
    directory.writeUInt32BE(length, record + 12);
    const bytes = woff.subarray(offset, offset + packed);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(bytes) : bytes).copy(table);
    tables.push(table);
    place += table.length;
  }
  return Buffer.concat([directory, ...tables]);
}

type Numbers = [offset: number, packed: number, length: number];

/** Bytes. */
const WOFF_HEADER = 44;
const WOFF_RECORD = 20;
const HEADER = 12;
const RECORD = 16;
