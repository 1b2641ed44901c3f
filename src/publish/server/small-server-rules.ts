// The rules for servers that can be told less: lighttpd, and busybox, which knows types and the page
// for what is not found. Where busybox cannot answer, the pages of the paper do: an old address is a
// page that leads on, a withdrawn one a page that says so.

import {
  addressPattern,
  asPattern,
  BINARY_TYPES,
  CACHING,
  FEED_TYPES,
  IMMUTABLE_FOLDERS,
  POLICY,
  type ServerRules,
  SHARING,
  TEXT_TYPES,
} from "./server-rules.ts";

export function lighttpdRules(rules: ServerRules): string {
  const { base, encodedBase, moved } = rules;
  const under = asPattern(base);
  const moves = moved.map(
    ({ from, to, isParted }) => `  "^${addressPattern(from, isParted)}$" => "${encodeURI(to)}",`,
  );
  return `# For lighttpd 1.4. Written by Broadsheet at each build: what is changed here is lost.
# It needs mod_redirect, mod_setenv and, for a paper below a path, mod_alias.
#
#   var.paper = "/srv/news/_site"
#   include "/srv/news/.broadsheet/server/lighttpd.conf"
#
# Restart lighttpd after a build that moves or withdraws a story.

${base === "/" ? "server.document-root = var.paper" : `alias.url += ( "${base}" => var.paper + "/" )`}
index-file.names = ( "index.html" )
server.errorfile-prefix = var.paper + "/"
mimetype.assign = (
${lighttpdTypes().join("\n")}
)
url.redirect = (
  "^(${asPattern(encodedBase)}(?:[^/?][^?]*/)?)index\\.html(?!\\?gone$)(?:\\?.*)?$" => "$1",
${base === "/" ? "" : `  "^${asPattern(base.slice(0, -1))}$" => "${encodedBase}",\n`}${moves.map((line) => `${line}\n`).join("")})
$HTTP["url"] =~ "^${under}" {
  setenv.set-response-header = (
${headerLines(rules, CACHING.short, SHARING.pages, POLICY.everywhere)}
  )
}
${IMMUTABLE_FOLDERS.map((folder) => lighttpdFolder(rules, folder)).join("\n")}
$HTTP["url"] =~ "^${under}(?:.*/)?(?:${Object.keys(FEED_TYPES).map(asPattern).join("|")})$" {
  setenv.set-response-header = (
${headerLines(rules, CACHING.short, SHARING.media, POLICY.everywhere)}
  )
}
$HTTP["url"] =~ "^${under}search/" {
  setenv.set-response-header = (
${headerLines(rules, CACHING.short, SHARING.pages, POLICY.search)}
  )
}
$HTTP["url"] =~ "^${under}(?:.*/)?\\.(?!well-known/)" { url.access-deny = ( "" ) }
${lighttpdGone(rules)}`;
}

/**
 * lighttpd says 410 only as a kind of redirect, which then leads nowhere: its answer to the error is
 * the page that stands there. All these pages say the same, so one serves for all; by a name that is
 * itself not led on.
 */
function lighttpdGone({ gone }: ServerRules): string {
  const [any] = gone;
  if (!any) return "";
  const patterns = gone.map(({ address, isParted }) => addressPattern(address, isParted));
  return `$HTTP["url"] =~ "^(?:${patterns.join("|")})$" {
  url.redirect = ( "" => "/" )
  url.redirect-code = 410
  server.error-handler = "${encodeURI(any.notice)}index.html?gone"
}
`;
}

/** A request is under one list of headers, the last that fits. */
function lighttpdFolder(rules: ServerRules, folder: string): string {
  const sharing = folder === "pictures" ? SHARING.media : SHARING.pages;
  return `$HTTP["url"] =~ "^${asPattern(rules.base)}${folder}/" {
  setenv.set-response-header = (
${headerLines(rules, CACHING.immutable, sharing, POLICY.everywhere)}
  )
}`;
}

function headerLines(
  { headers }: ServerRules,
  caching: string,
  sharing: string,
  policy: string,
): string {
  const all = [
    { name: "Cache-Control", value: caching },
    { name: "Content-Security-Policy", value: policy },
    { name: "Cross-Origin-Resource-Policy", value: sharing },
    ...headers,
  ];
  return all.map(({ name, value }) => `    "${name}" => "${value}",`).join("\n");
}

/** lighttpd takes the longest name that a path ends with. */
function lighttpdTypes(): string[] {
  const line = (end: string, type: string) => `  "${end}" => "${type}",`;
  return [
    ...Object.entries(FEED_TYPES).map(([name, type]) => line(`/${name}`, `${type}; charset=utf-8`)),
    ...Object.entries(TEXT_TYPES).map(([end, type]) => line(`.${end}`, `${type}; charset=utf-8`)),
    ...Object.entries(BINARY_TYPES).map(([end, type]) => line(`.${end}`, type)),
  ];
}

export function busyboxRules({ base }: ServerRules): string {
  const types = [
    ...Object.entries(TEXT_TYPES).map(([end, type]) => `.${end}:${type}; charset=utf-8`),
    ...Object.entries(BINARY_TYPES).map(([end, type]) => `.${end}:${type}`),
  ];
  const folder = base === "/" ? "/srv/news/_site" : `/srv/www`;
  const place =
    base === "/" ? "" : `# The paper lies in the folder it is below: /srv/www${base} is _site.\n`;
  return `# For busybox httpd. Written by Broadsheet at each build: what is changed here is lost.
#
#   busybox httpd -f -p 8080 -h ${folder} -c /srv/news/.broadsheet/server/busybox.conf
#
${place}E404:${base.slice(1)}404.html
${types.join("\n")}
`;
}
