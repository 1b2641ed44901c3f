// The rules for Apache: one file, to be included in a virtual host, and two lists that Apache reads
// again by itself when they change.

import {
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

export const APACHE_MOVED = "apache-moved.txt";
export const APACHE_GONE = "apache-gone.txt";

export function apacheRules(rules: ServerRules): string {
  const { base, headers, gone } = rules;
  const [anyGone] = gone;
  return `# For Apache 2.4. Written by Broadsheet at each build: what is changed here is lost.
# It needs the modules alias, dir, headers, mime and rewrite.
#
#   <VirtualHost *:80>
#     ServerName news.example.org
#     Define PAPER /srv/news/_site
#     Define PAPER_RULES /srv/news/.broadsheet/server
#     Include \${PAPER_RULES}/apache.conf
#   </VirtualHost>
#
# Old and withdrawn addresses are looked up in two lists, so no build needs a reload for them, but
# for the one that withdraws the first story.

${base === "/" ? `DocumentRoot "\${PAPER}"` : `Alias "${base.slice(0, -1)}" "\${PAPER}"`}
RewriteEngine On
RewriteMap paper-moved "txt:\${PAPER_RULES}/${APACHE_MOVED}"
RewriteMap paper-gone "txt:\${PAPER_RULES}/${APACHE_GONE}"
${rewrites(rules).join("\n")}

<Location "${base}">
  ErrorDocument 404 "${rules.encodedBase}404.html"
${anyGone === undefined ? "" : `  ErrorDocument 410 "${encodeURI(anyGone.notice)}index.html"\n`}</Location>
<Directory "\${PAPER}">
  Require all granted
  AllowOverride None
  Options FollowSymLinks
  DirectoryIndex index.html
${typeLines().join("\n")}
  AddEncoding br .br
  AddEncoding gzip .gz
  RemoveType .gz
  RemoveLanguage .br
  Header always set Cache-Control "${CACHING.short}"
  Header always set Content-Security-Policy "${POLICY.everywhere}"
  Header always set Cross-Origin-Resource-Policy "${SHARING.pages}"
${headers.map(({ name, value }) => `  Header always set ${name} "${value}"`).join("\n")}
  # A folder without a page is not found, rather than forbidden.
  RewriteEngine On
  RewriteCond "%{REQUEST_FILENAME}" -d
  RewriteCond "%{REQUEST_FILENAME}/index.html" !-f
  RewriteRule "^" "-" [R=404,L]
</Directory>
${places(rules).join("\n")}
`;
}

/** @returns one address and where it leads, or “gone”, a line: `/old/ /2026/03/08/storm/` */
export function apacheLists({ moved, gone }: ServerRules): Readonly<Record<string, string>> {
  const lines = (entries: readonly string[]) => entries.map((entry) => `${entry}\n`).join("");
  return {
    [APACHE_MOVED]: lines(
      moved.flatMap(({ from, to, isParted }) =>
        keys(from, isParted).map((key) => `${key} ${encodeURI(to)}`),
      ),
    ),
    [APACHE_GONE]: lines(
      gone.flatMap(({ address, isParted }) => keys(address, isParted).map((key) => `${key} gone`)),
    ),
  };
}

/** What is numbered below an address is looked up as `/text/old/*`. */
function keys(address: string, isParted: boolean): readonly string[] {
  return isParted ? [address, `${address}*`] : [address];
}

/** In this order: hidden files, `index.html` by name, what has moved, what is gone, compressed files. */
function rewrites({ base, encodedBase }: ServerRules): string[] {
  const under = asPattern(base);
  return [
    String.raw`RewriteRule "/\.(?!well-known/)" "-" [R=404,L]`,
    String.raw`RewriteCond "%{THE_REQUEST}" "^\S+ (${asPattern(encodedBase)}(?:[^/?\s][^?\s]*/)?)index\.html[?\s]"`,
    `RewriteRule "^" "%1" [R=301,NE,L]`,
    `RewriteCond "\${paper-moved:%{REQUEST_URI}}" "^(/.+)$"`,
    `RewriteRule "^" "%1" [R=301,NE,L]`,
    `RewriteCond "\${paper-gone:%{REQUEST_URI}}" "^gone$"`,
    `RewriteRule "^" "-" [G,L]`,
    `RewriteCond "%{REQUEST_URI}" "^(${under}text/.+/)[0-9]+/$"`,
    `RewriteCond "\${paper-moved:%1*}" "^(/.+)$"`,
    `RewriteRule "^" "%1" [R=301,NE,L]`,
    `RewriteCond "%{REQUEST_URI}" "^(${under}text/.+/)[0-9]+/$"`,
    `RewriteCond "\${paper-gone:%1*}" "^gone$"`,
    `RewriteRule "^" "-" [G,L]`,
    ...["br", "gzip"].flatMap((encoding) => {
      const extension = encoding === "gzip" ? "gz" : encoding;
      // `gzip;q=0` is a refusal.
      const accepted = String.raw`RewriteCond "%{HTTP:Accept-Encoding}" "\b${encoding}\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))"`;
      return [
        accepted,
        `RewriteCond "\${PAPER}/$1index.html.${extension}" -f`,
        `RewriteRule "^${under}((?:.*/)?)$" "${base}$1index.html.${extension}" [PT,L]`,
        accepted,
        `RewriteCond "\${PAPER}/$1.${extension}" -f`,
        `RewriteRule "^${under}(.+\\.(?:${Object.keys(TEXT_TYPES).join("|")}))$" "${base}$1.${extension}" [PT,L]`,
      ];
    }),
  ];
}

function typeLines(): string[] {
  const all = Object.entries({ ...TEXT_TYPES, ...BINARY_TYPES });
  return [
    ...all.map(([extension, type]) => `  AddType ${type} .${extension}`),
    `  AddCharset utf-8 ${Object.keys(TEXT_TYPES)
      .map((extension) => `.${extension}`)
      .join(" ")}`,
  ];
}

function places({ base }: ServerRules): string[] {
  const under = asPattern(base);
  return [
    ...Object.entries(FEED_TYPES).flatMap(([name, type]) => [
      `<LocationMatch "^${under}(?:.*/)?${asPattern(name)}(?:\\.br|\\.gz)?$">`,
      `  ForceType "${type}; charset=utf-8"`,
      `  Header always set Cross-Origin-Resource-Policy "${SHARING.media}"`,
      "</LocationMatch>",
    ]),
    ...IMMUTABLE_FOLDERS.flatMap((folder) => [
      `<Location "${base}${folder}/">`,
      `  Header always set Cache-Control "${CACHING.immutable}"`,
      ...(folder === "pictures"
        ? [`  Header always set Cross-Origin-Resource-Policy "${SHARING.media}"`]
        : []),
      "</Location>",
    ]),
    `<Location "${base}search/">`,
    `  Header always set Content-Security-Policy "${POLICY.search}"`,
    "</Location>",
    `<LocationMatch "^${under}(?:.*/|.*\\.(?:${Object.keys(TEXT_TYPES).join("|")})(?:\\.br|\\.gz)?)?$">`,
    "  Header always merge Vary Accept-Encoding",
    "</LocationMatch>",
  ];
}
