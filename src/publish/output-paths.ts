// What counts as a path in the output.

/** True for `2019/05/31/storm/index.html`: relative, forward slashes, and it cannot leave the output. */
export function isOutputPath(path: string): boolean {
  const framed = `/${path}/`;
  return !UNSAFE.some((part) => framed.includes(part));
}

/** A name that is empty, `.` or `..`, or a character that some system takes for a separator or an end. */
const UNSAFE = ["//", "/./", "/../", "\\", "\0"];

/** The folders a path lies in, outermost first: `a/b/c` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
