// What every web server is told about the paper, whatever its language: which addresses have moved
// and which are gone, what type a file is, how long it keeps, and what a browser may do with it. The
// files beside this one only put it into the words of one server each.

import type { Newspaper } from "../../news/newspaper.ts";
import {
  type GoneAddress,
  goneAddresses,
  type MovedAddress,
  movedAddresses,
} from "../../pages/moved-and-gone.ts";

/** The paper, as far as a server needs to know it. */
export interface ServerRules {
  /** As requests have it once they are decoded, with a slash at both ends: `/` or `/news/`. */
  readonly base: string;
  /** The same, percent-encoded. */
  readonly encodedBase: string;
  /** From old addresses to those of today, both decoded and with the sub-path; sorted. */
  readonly moved: readonly MovedAddress[];
  /** Addresses of what was withdrawn or has expired, decoded and with the sub-path; sorted. */
  readonly gone: readonly GoneAddress[];
  readonly headers: readonly Header[];
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

export function serverRules(paper: Newspaper): ServerRules {
  const { site } = paper;
  const base = decodeURI(site.basePath);
  const placed = (address: string) => base + address.slice(1);
  const moved = movedAddresses(paper).map(({ from, to, isParted }) => ({
    from: placed(from),
    to: placed(to),
    isParted,
  }));
  const gone = goneAddresses(paper).map(({ address, notice, isParted }) => ({
    address: placed(address),
    notice: placed(notice),
    isParted,
  }));
  return {
    base,
    encodedBase: site.basePath,
    moved: moved.sort((a, b) => (a.from < b.from ? -1 : 1)),
    gone: gone.sort((a, b) => (a.address < b.address ? -1 : 1)),
    headers: site.url.startsWith("https:") ? [...HEADERS, OVER_TLS] : HEADERS,
  };
}

/** Until when a browser need not ask again: a page may be corrected, a named version never is. */
export const CACHING = {
  short: "public, max-age=60",
  immutable: "public, max-age=31536000, immutable",
} as const;

/** Folders of files whose names change with their bytes. */
export const IMMUTABLE_FOLDERS = ["assets", "pictures"] as const;

/** The strictest policy the pages run under; each page carries it too, all but the last part. */
const POLICY_PARTS = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

export const POLICY = {
  everywhere: [...POLICY_PARTS, "script-src 'self'", "form-action 'none'"].join("; "),
  /** A search without a server runs WebAssembly, and its form leads to its own page. */
  search: [...POLICY_PARTS, "script-src 'self' 'wasm-unsafe-eval'", "form-action 'self'"].join(
    "; ",
  ),
} as const;

/** Who may show what: pages nobody else, pictures and feeds everybody. */
export const SHARING = { pages: "same-origin", media: "cross-origin" } as const;

/** The same for every answer. Caching, policy and sharing depend on the file and are not here. */
const HEADERS: readonly Header[] = [
  { name: "X-Content-Type-Options", value: "nosniff" },
  { name: "X-Frame-Options", value: "DENY" },
  { name: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { name: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
];

/** Two years, as browsers ask for it; only a paper that lives at `https:` may promise that. */
const OVER_TLS: Header = { name: "Strict-Transport-Security", value: "max-age=63072000" };

/** Feeds have general names, so their types go by the whole name. */
export const FEED_TYPES: Readonly<Record<string, string>> = {
  "feed.xml": "application/rss+xml",
  "atom.xml": "application/atom+xml",
  "feed.json": "application/feed+json",
};

/** Texts, all in UTF-8, by extension. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  txt: "text/plain",
  csv: "text/csv",
  vtt: "text/vtt",
  xml: "application/xml",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
};

/** All other files the press writes or copies, by extension. */
export const BINARY_TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  ico: "image/x-icon",
  woff2: "font/woff2",
  pdf: "application/pdf",
  zip: "application/zip",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  wav: "audio/wav",
  mp4: "video/mp4",
  webm: "video/webm",
  /** The index of the search; its files are packed already. */
  pagefind: "application/octet-stream",
  pf_meta: "application/octet-stream",
  pf_index: "application/octet-stream",
  pf_fragment: "application/octet-stream",
};

/** An address, and the numbered ones below it where it has any, as part of a regular expression. */
export function addressPattern(address: string, isParted: boolean): string {
  return asPattern(address) + (isParted ? "(?:[0-9]+/)?" : "");
}

/** A text as part of a regular expression. */
export function asPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
