// A letter with a mark can be written in Unicode as one character or as two, and looks the same. A
// folder that was packed on a Mac has its names in two; what a writer types is one.

/** What is found under a path as it is written, or in one of Unicode's two spellings of it. */
export function inAnySpelling<Found>(
  path: string,
  find: (path: string) => Found | undefined,
): Found | undefined {
  return find(path) ?? find(path.normalize("NFC")) ?? find(path.normalize("NFD"));
}

/** Whether a path is among others, by the same rule. */
export function isAmong(path: string, paths: ReadonlySet<string>): boolean {
  return inAnySpelling(path, (one) => paths.has(one) || undefined) !== undefined;
}
