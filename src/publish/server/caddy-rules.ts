// The rules for Caddy 2: one file, to be imported into a site.

import {
  addressPattern,
  BINARY_TYPES,
  CACHING,
  FEED_TYPES,
  IMMUTABLE_FOLDERS,
  POLICY,
  type ServerRules,
  SHARING,
  TEXT_TYPES,
} from "./server-rules.ts";

export function caddyRules(rules: ServerRules): string {
  const { base, encodedBase, headers, moved, gone } = rules;
  return `# For Caddy 2. Written by Broadsheet at each build: what is changed here is lost.
#
#   news.example.org {
#     root * /srv/news/_site
#     import /srv/news/.broadsheet/server/caddy.conf
#   }
#
# Reload Caddy after a build that moves or withdraws a story.

map {http.request.orig_uri.path} {paper_moved} {
${moved.map(({ from, to, isParted }) => `  ${input(from, isParted)} "${encodeURI(to)}"\n`).join("")}  default ""
}
map {http.request.orig_uri.path} {paper_gone} {
${gone.map((one) => `  ${input(one.address, one.isParted)} "${noticeOf(one, rules)}"\n`).join("")}  default ""
}
${base === "/" ? "" : `redir "${base.slice(0, -1)}" "${encodedBase}" 301\n`}
handle_path "${base}*" {
  route {
    header {
      Cache-Control "${CACHING.short}"
      Content-Security-Policy "${POLICY.everywhere}"
      Cross-Origin-Resource-Policy "${SHARING.pages}"
${headers.map(({ name, value }) => `      ${name} "${value}"`).join("\n")}
    }
${places().join("\n")}

    @moved expression {paper_moved} != ""
    redir @moved {paper_moved} 301
    @gone expression {paper_gone} != ""
    handle @gone {
      header Content-Type "${TEXT_TYPES["html"]}; charset=utf-8"
      rewrite * {paper_gone}
      file_server {
        status 410
      }
    }
    @index path_regexp index ^/((?:[^/].*/)?)index\\.html$
    redir @index "${encodedBase}{re.index.1}" 301
    @hidden {
      path */.*
      not path /.well-known/*
    }
    rewrite @hidden /404
    file_server {
      pass_thru
      precompressed br gzip
    }
    header {
      Cache-Control "${CACHING.short}"
      Content-Type "${TEXT_TYPES["html"]}; charset=utf-8"
    }
    rewrite * /404.html
    file_server {
      status 404
    }
  }
}
`;
}

/** What a `map` compares a path with. */
function input(address: string, isParted: boolean): string {
  return isParted ? `"~^${addressPattern(address, isParted)}$"` : `"${address}"`;
}

/** The page that says so, as Caddy looks for it: without the sub-path. */
function noticeOf({ notice }: ServerRules["gone"][number], { base }: ServerRules): string {
  return `/${notice.slice(base.length)}index.html`;
}

/** Types of all files, and whatever differs from the rest. Paths are without the sub-path here. */
function places(): string[] {
  const types = [
    ...entries(TEXT_TYPES, (extension) => `*.${extension}`, "; charset=utf-8"),
    ...entries(BINARY_TYPES, (extension) => `*.${extension}`, ""),
    ...entries(FEED_TYPES, (name) => `*/${name}`, "; charset=utf-8"),
  ];
  const feeds = Object.keys(FEED_TYPES).map((name) => `*/${name}`);
  return [
    ...types,
    ...IMMUTABLE_FOLDERS.map((folder) =>
      header([`/${folder}/*`], "Cache-Control", CACHING.immutable),
    ),
    header(["/pictures/*", ...feeds], "Cross-Origin-Resource-Policy", SHARING.media),
    header(["/search/*"], "Content-Security-Policy", POLICY.search),
    // It says so by itself only of what it hands out compressed.
    header(["*/", ...Object.keys(TEXT_TYPES).map((end) => `*.${end}`)], "?Vary", "Accept-Encoding"),
  ];
}

function entries(
  types: Readonly<Record<string, string>>,
  pathOf: (name: string) => string,
  charset: string,
): string[] {
  return Object.entries(types).map(([name, type]) =>
    header([pathOf(name)], "Content-Type", type + charset),
  );
}

/** Matchers need names, and no two the same. */
function header(paths: readonly string[], name: string, value: string): string {
  const matcher = `${name}-${paths[0] ?? ""}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `    @${matcher} path ${paths.join(" ")}\n    header @${matcher} ${name} "${value}"`;
}
