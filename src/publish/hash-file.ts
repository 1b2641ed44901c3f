// SHA-256 of a file on disk, read in pieces so that a long recording costs no memory.

import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** The SHA-256 of some bytes (a string as UTF-8), hexadecimal. Node's `hash` copies bytes first. */
export function hashBytes(bytes: Uint8Array | string): string {
  return typeof bytes === "string"
    ? hash("sha256", bytes)
    : createHash("sha256").update(bytes).digest("hex");
}

/** The SHA-256 of a file's bytes, hexadecimal. */
export function hashFile(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    for (let length = 0; (length = readSync(file, PIECE)) > 0;) {
      hash.update(PIECE.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

const PIECE = Buffer.alloc(1 << 18);
