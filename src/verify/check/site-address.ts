// Where an address on a page leads: to a file of this paper and a place in it, or elsewhere.

/** A link that stays on the site. */
export interface Target {
  /** The file: `about/index.html`; undefined where no file of the paper could be meant. */
  readonly output: string | undefined;
  /** The id that is meant in it, not encoded; "" for the page as a whole. */
  readonly fragment: string;
}

/** The address of a file of the paper, in full. */
export function urlOf(output: string, site: URL): URL {
  return new URL(encodeURI(output.replace(/(^|\/)index\.html$/, "$1")), site);
}

/**
 * The file that an address needs; undefined where it leaves the site.
 * @param here the page it stands on, in full
 * @param site the paper's own address, with a slash at its end
 */
export function targetOf(address: string, here: URL, site: URL): Target | undefined {
  const url = parsed(address, here);
  if (!url) return { output: undefined, fragment: "" };
  if (!/^https?:$/.test(url.protocol) || url.host !== site.host) return undefined;
  const fragment = decoded(url.hash.slice(1)) ?? url.hash.slice(1);
  const path = decoded(url.pathname);
  const base = decoded(site.pathname) ?? site.pathname;
  // A full address beside the paper's own folder is another site on the same host.
  if (!path?.startsWith(base))
    return /^https?:/i.test(address) ? undefined : { output: undefined, fragment };
  const file = path.slice(base.length);
  return { output: file === "" || file.endsWith("/") ? `${file}index.html` : file, fragment };
}

/**
 * The same for a whole paper, where most addresses stand on many pages: those that mean the same on
 * each are looked at once.
 */
export function targetFinder(site: URL): (address: string, here: URL) => Target | undefined {
  const known = new Map<string, Target | undefined>();
  return (address, here) => {
    if (known.has(address)) return known.get(address);
    const target = targetOf(address, here, site);
    if (/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(address)) known.set(address, target);
    return target;
  };
}

function parsed(address: string, here: URL): URL | undefined {
  try {
    return new URL(address, here);
  } catch {
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
