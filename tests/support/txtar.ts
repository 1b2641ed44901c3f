// The site inside the test: files in one string, in the txtar format.

/** Splits a txtar string ("-- path --" opens each file) into path → text. */
export function txtar(archive: string): Map<string, string> {
  const files = new Map<string, string>();
  let path: string | undefined;
  for (const line of archive.replace(/^\n|\n$/g, "").split("\n")) {
    const opening = /^-- (\S+) --$/.exec(line)?.[1];
    if (opening) files.set((path = opening), "");
    else if (path) files.set(path, `${files.get(path)}${line}\n`);
    else if (line.trim()) throw new Error(`text before the first file: ${line}`);
  }
  return files;
}
