// The rules for hosting services that read `_redirects` and `_headers` from the top of the site.

import {
  CACHING,
  FEED_TYPES,
  IMMUTABLE_FOLDERS,
  POLICY,
  type ServerRules,
  SHARING,
} from "./server-rules.ts";

/**
 * A line for each old address, without those numbered below one. A host that does not let it win over a
 * file has the page there. These hosts cannot be told what is gone: there, the page that says so stands.
 */
export function hostRedirects({ moved }: ServerRules): string {
  return moved.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`).join("");
}

/** Where several blocks fit a path, their headers are joined: so one that differs is first detached. */
export function hostHeaders({ encodedBase: base, headers }: ServerRules): string {
  const detach = (name: string, value: string) => [`  ! ${name}`, `  ${name}: ${value}`];
  return [
    `${base}*`,
    `  Cache-Control: ${CACHING.short}`,
    `  Content-Security-Policy: ${POLICY.everywhere}`,
    `  Cross-Origin-Resource-Policy: ${SHARING.pages}`,
    ...headers.map(({ name, value }) => `  ${name}: ${value}`),
    ...IMMUTABLE_FOLDERS.flatMap((folder) => [
      `${base}${folder}/*`,
      ...detach("Cache-Control", CACHING.immutable),
      ...(folder === "pictures" ? detach("Cross-Origin-Resource-Policy", SHARING.media) : []),
    ]),
    ...Object.entries(FEED_TYPES).flatMap(([name, type]) => [
      `${base}*/${name}`,
      ...detach("Content-Type", `${type}; charset=utf-8`),
      ...detach("Cross-Origin-Resource-Policy", SHARING.media),
    ]),
    `${base}search/*`,
    ...detach("Content-Security-Policy", POLICY.search),
    "",
  ].join("\n");
}
