// The rules for nginx: one block, to be included in a `server`.

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

export function nginxRules(rules: ServerRules): string {
  const { base, headers } = rules;
  return `# For nginx. Written by Broadsheet at each build: what is changed here is lost.
#
#   server {
#     listen 80;
#     server_name news.example.org;
#     set $paper /srv/news/_site;
#     include /srv/news/.broadsheet/server/nginx.conf;
#   }
#
# Reload nginx after a build that moves or withdraws a story. With Debian's
# libnginx-mod-http-brotli-static, write “brotli_static on;” beside “set”.

set $paper_caching "${CACHING.short}";
set $paper_sharing ${SHARING.pages};
set $paper_policy "${POLICY.everywhere}";
if ($request_uri ~ "${indexPattern(rules)}") { return 301 $1; }
${base === "/" ? "" : `location = "${base.slice(0, -1)}" { return 301 ${rules.encodedBase}; }\n`}
location "${base}" {
  ${base === "/" ? "root $paper;" : "alias $paper/;"}
  index index.html;
  absolute_redirect off;
  error_page 403 404 =404 "${base}404.html";
  gzip_static on;
  gzip_vary on;
  charset utf-8;
  charset_types ${charsetTypes().join(" ")};
  types {
${typeLines().join("\n")}
  }
  add_header Cache-Control $paper_caching always;
  add_header Content-Security-Policy $paper_policy always;
  add_header Cross-Origin-Resource-Policy $paper_sharing always;
${headers.map(({ name, value }) => `  add_header ${name} "${value}" always;`).join("\n")}

  location ~ "/\\.(?!well-known/)" { return 404; }
${places(rules).join("\n")}
}
`;
}

/** `//elsewhere/` is no path of the paper: a browser would take it for another host. */
function indexPattern({ encodedBase }: ServerRules): string {
  const inside = String.raw`(?:[^/?][^?]*/)?`;
  return `^(${asPattern(encodedBase)}${inside})index\\.html(?:\\?|$)`;
}

/** nginx knows that HTML has a charset, and complains when it is told. */
function charsetTypes(): string[] {
  const types = new Set([...Object.values(TEXT_TYPES), ...Object.values(FEED_TYPES)]);
  types.delete("text/html");
  return [...types];
}

function typeLines(): string[] {
  return Object.entries({ ...TEXT_TYPES, ...BINARY_TYPES }).map(
    ([extension, type]) => `    ${type} ${extension};`,
  );
}

/** Whatever differs from the rest: folders, feeds, the search, and single addresses. */
function places({ base, moved, gone }: ServerRules): string[] {
  return [
    `  location "${base}search/" { set $paper_policy "${POLICY.search}"; }`,
    ...Object.entries(FEED_TYPES).map(
      ([name, type]) =>
        `  location ~ "/${asPattern(name)}$" { types {} default_type ${type}; set $paper_sharing ${SHARING.media}; }`,
    ),
    ...IMMUTABLE_FOLDERS.map((folder) => immutable(base, folder)),
    ...moved.map(({ from, to, isParted }) =>
      single(from, isParted, `return 301 "${encodeURI(to)}";`),
    ),
    ...gone.map(({ address, notice, isParted }) =>
      single(address, isParted, `error_page 410 "${notice}index.html"; return 410;`),
    ),
  ];
}

/** nginx looks a path up at once, and tries patterns one by one: so each of them within its own path. */
function single(address: string, isParted: boolean, answer: string): string {
  if (!isParted) return `  location = "${address}" { ${answer} }`;
  const pattern = `^${addressPattern(address, isParted)}$`;
  return `  location "${address}" { location ~ "${pattern}" { ${answer} } }`;
}

function immutable(base: string, folder: string): string {
  const sharing = folder === "pictures" ? ` set $paper_sharing ${SHARING.media};` : "";
  return `  location "${base}${folder}/" { set $paper_caching "${CACHING.immutable}";${sharing} }`;
}
