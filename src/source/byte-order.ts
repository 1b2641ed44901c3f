// One order for file names, the same on every machine: that of their UTF-8 bytes.

/** Compares two names for `sort`. */
export function byteOrder(a: string, b: string): number {
  // UTF-16 puts characters beyond U+FFFF before U+E000–FFFF; bytes do not. Nothing else differs.
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
