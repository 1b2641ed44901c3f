// One order for file names, the same on every machine: that of their UTF-8 bytes.

/** Compares two names for `sort`. */
export function byteOrder(a: string, b: string): number {
  // UTF-16 puts characters beyond U+FFFF before U+E000–FFFF; bytes do not. Nothing else differs.
  if (a === b) return 0;
  if (!MAY_DIFFER.test(a) && !MAY_DIFFER.test(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const MAY_DIFFER = /[\ud800-\uffff]/;
