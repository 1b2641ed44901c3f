// Which names the world's disks and servers take for one: macOS and Windows fold case and Unicode
// forms, and Windows drops dots and spaces at the end of a name.

/** Two paths with one key are one file somewhere. */
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
