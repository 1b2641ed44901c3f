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
 * quote every attribute, and escape `<` and quotation marks in text and attributes.
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
  const add = (address: string) => {
    if (passOver.has(address) || links.has(address) || isElsewhere(address)) return;
    links.set(address, { address, output: outputOf(address, here, base) });
  };
  const attributes = new RegExp(LINKING_ATTRIBUTE);
  for (let found = attributes.exec(html); found; found = attributes.exec(html)) {
    const [attribute, value = ""] = found;
    // Most are passed over, which is asked first: it is asked sixty times a page.
    if (passOver.has(value)) continue;
    if (!isInTag(html, found.index)) attributes.lastIndex = found.index + 1;
    else if (attribute.startsWith("srcset", 1))
      for (const address of candidates(value)) add(address);
    else add(value);
  }
  return [...links.values()];
}

/** What may be one: words of a text, of another attribute or of a script may look the same. */
const LINKING_ATTRIBUTE = /\s(?:href|src|srcset)="([^"]*)"/g;

/** Whether an attribute can begin at `at`: in a tag, and not between the quotation marks of another. */
function isInTag(html: string, at: number): boolean {
  const tag = html.slice(html.lastIndexOf("<", at), at);
  return /^<[^">]*(?:"[^"]*"[^">]*)*$/.test(tag);
}

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
