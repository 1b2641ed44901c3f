// Which files of the site a printed page asks for: what its links, pictures and style sheets name.

/** A link as it stands in a page, and the file of the output that it needs. */
export interface PageLink {
  /** As a reader's browser would show it: `/news/about/`. */
  readonly address: string;
  /** `about/index.html`; undefined when the address lies outside the site's sub-path or is malformed. */
  readonly output: string | undefined;
}

/**
 * The links of a page that stay on the site, each address once. Scanned, not parsed: our own pages
 * quote every attribute and escape quotes in text. Every attribute is read to its end, so that one
 * whose words end in ` href=` is not taken for the beginning of another.
 * @param output the page's own file, which relative addresses start from: `about/index.html`
 * @param basePath the site's sub-path, with a slash at both ends: `/`, `/news/`
 * @param passOver addresses from the root that nobody asks about
 */
export function findLinks(
  html: string,
  output: string,
  basePath: string,
  passOver: ReadonlySet<string> = new Set(),
): PageLink[] {
  const base = decoded(basePath);
  const here = `${base}${output}`;
  const links = new Map<string, PageLink>();
  for (const [name, value] of linkingAttributes(html.replaceAll(SCRIPT_TEXT, "$1"))) {
    for (const address of name === "srcset" ? candidates(value) : [value]) {
      if (passOver.has(address) || links.has(address) || isElsewhere(address)) continue;
      links.set(address, { address, output: outputOf(address, here, base) });
    }
  }
  return [...links.values()];
}

/** What stands in a script is data with quotation marks of its own; it never holds a `<`. */
const SCRIPT_TEXT = /(<script\b[^<>]*>)[^<]*/g;

/** Steps from quotation mark to quotation mark: most of a page is neither looked at nor copied. */
function* linkingAttributes(markup: string): Generator<readonly [name: string, value: string]> {
  let at = markup.indexOf('="');
  while (at !== -1) {
    const end = markup.indexOf('"', at + 2);
    if (end === -1) return;
    const name = LINKING_NAMES.find((one) => markup.endsWith(one, at));
    if (name !== undefined && /\s/.test(markup.charAt(at - name.length - 1)))
      yield [name, markup.slice(at + 2, end)];
    at = markup.indexOf('="', end + 1);
  }
}

const LINKING_NAMES = ["href", "src", "srcset"];

/** `a.jpg 320w, b.jpg 640w` → `a.jpg`, `b.jpg`. */
function candidates(srcset: string): string[] {
  return srcset.split(/,\s+/).map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
}

/** Another site, another scheme, or a place in this very page. */
function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(address);
}

/** @param base the sub-path, not encoded */
function outputOf(address: string, here: string, base: string): string | undefined {
  const path = decodedPath(address, here);
  if (!path?.startsWith(base)) return undefined;
  const file = path.slice(base.length);
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

/** Without percent signs; as it stands where those mean nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function decodedPath(address: string, here: string): string | undefined {
  // Nearly every address of ours is plain and whole already.
  if (isPlain(address)) return address;
  try {
    // The host is never used; it only lets the standard rules for relative addresses do their work.
    const { pathname } = new URL(unescape(address), `http://site.invalid${encodeURI(here)}`);
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** From the root, with nothing to decode, no empty step and no dots to walk, no query, no fragment. */
function isPlain(address: string): boolean {
  return /^\/[\w./-]*$/.test(address) && !address.includes("/.") && !address.includes("//");
}

/** What our pages escape in an attribute. */
function unescape(value: string): string {
  return value.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  lt: "<",
  gt: ">",
  "#39": "'",
};
