// What counts as a path in the output, and which paths the world's disks and servers take for one.

/** True for `2019/05/31/storm/index.html`: relative, forward slashes, and it cannot leave the output. */
export function isOutputPath(path: string): boolean {
  return !UNSAFE.test(path);
}

/** A name that is empty, `.` or `..`, or a character that some system takes for a separator or an end. */
const UNSAFE = /(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/;

/** The folders a path lies in, outermost first: `a/b/c` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}

/**
 * Two paths with one key are one file to some disk or server: macOS and Windows fold case and
 * Unicode forms, and Windows drops dots and spaces at the end of a name.
 */
export function pathKey(path: string): string {
  if (PLAIN.test(path)) return path;
  return path.split("/").map(nameKey).join("/");
}

/** Nothing to fold, no name that ends in a dot: true for nearly every path we make. */
const PLAIN = /^(?:[a-z0-9_-]|[./](?=[a-z0-9_-]))+$/;

function nameKey(name: string): string {
  return caseFold(name.normalize("NFC"))
    .normalize("NFC")
    .replace(/[. ]+$/, "");
}

// There and back through upper case is Unicode's full case folding (ß = ẞ = SS, final sigma = sigma),
// except that it would also make the Turkish ı an i, which no file system does.
function caseFold(name: string): string {
  return name
    .split("ı")
    .map((part) => part.toLowerCase().toUpperCase().toLowerCase())
    .join("ı");
}
