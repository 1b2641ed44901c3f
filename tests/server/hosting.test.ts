// The paper on the servers newsrooms have, under the rules a build writes for them, at the root of a
// domain and below a path.
// What is expected depends on what a server can do, so some of it is asked of some servers only.
/* oxlint-disable vitest/no-conditional-expect */

import { mkdirSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { get as getExactly } from "../support/get.ts";
import { isInstalled, type KitServer, KITS, startKit } from "../support/kit-servers.ts";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";

const story = (file: string, headline: string, lines = "") => `
-- content/articles/${file}.md --
---
headline: ${headline}
date: 2026-03-08
section: world
${lines}---
The text of ${headline}.
`;

const ARCHIVE = `
-- content/site.yaml --
${SITE}outputs: [twins, text]
${story("storm", "Storm", "aliases: [/old/storm/, /старое/имя/]\n")}
${story("буря", "Буря")}
${story("gone", "A secret name", "status: withdrawn\naliases: [/old/gone/]\n")}
${story("killed", "Killed", "status: killed\naliases: [/old/killed/]\ncorrections: [{ date: 2026-03-09, kind: correction, text: It was not so. }]\n")}
${story("expired", "An old name", "expires: 2026-05-01\n")}
${story("ушло", "Another secret name", "status: withdrawn\n").replace("2026-03-08", "2026-03-07")}
-- content/files/.well-known/security.txt --
Contact: mailto:desk@news.example.org
-- content/files/rates.csv --
a,b
`;

async function get(origin: string, path: string, headers: Record<string, string> = {}) {
  const { bytes, ...answer } = await getExactly(origin, path, headers);
  return { ...answer, body: bytes.toString() };
}

const installed = KITS.filter(isInstalled);
const missing = KITS.filter((kit) => !installed.includes(kit)).map(({ name }) => name);

test.runIf(missing.length > 0)(`not installed here, so not tested: ${missing.join(", ")}`, () => {
  expect(missing.length).toBeLessThan(KITS.length);
});

const cases = installed.flatMap((kit) => ["/", "/news/"].map((base) => ({ kit, base })));

describe.each(cases)("$kit.name, at $base", ({ kit, base }) => {
  let built: BuiltSite;
  let server: KitServer;
  let files: string[] = [];
  beforeAll(async () => {
    const baseUrl = `https://news.example.org${base}`;
    built = await site(ARCHIVE, { baseUrl, ownState: true });
    files = built.files();
    addStrangers(built.output);
    const rules = join(built.content.stateFolder, "server");
    server = await startKit(kit, { output: built.output, rules, base });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await built?.[Symbol.asyncDispose]();
  });
  const ask = (path: string, headers?: Record<string, string>) =>
    get(server.origin, base.slice(0, -1) + path, headers);

  test("every file of the paper is there, with its type and charset", async () => {
    const answers = await Promise.all(
      files.map(async (file) => {
        const path = `/${encodeURI(file)}`.replace(/(^|\/)index\.html$/, "$1");
        const { status, headers } = await ask(path);
        return [file, status, headers["content-type"]] as const;
      }),
    );
    const wrong = answers.filter(([file, status, type]) => {
      const { headers } = kit.answers;
      if (isGone(file) || isMoved(file)) return false;
      // lighttpd goes by extensions alone.
      const isKnown = headers && !(kit.name === "lighttpd" && isFeed(file));
      return status !== 200 || (isKnown && type !== typeOf(file));
    });
    expect(wrong).toEqual([]);
  });

  test("what is not there is not found, and the paper's own page says so", async () => {
    const inText = ["/text/2026/03/08/storm/2/", "/text/2026/03/08/gone/two/"];
    for (const path of ["/nothing/", "/nothing.css", "/2026/", "/assets/nothing.css", ...inText]) {
      const answer = await ask(path);
      // busybox answers for a folder without a page in its own words.
      // lighttpd calls a folder without a page forbidden.
      const status = kit.name === "lighttpd" && path === "/2026/" ? 403 : 404;
      expect([path, answer.status]).toEqual([path, status]);
      if (status === 403) continue;
      if (kit.name === "busybox" && path === "/2026/") continue;
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.body).toContain("<h1");
      // lighttpd has one list of headers for a folder, found or not.
      const isKnown = kit.answers.headers && kit.name !== "lighttpd";
      if (isKnown) expect(answer.headers["cache-control"]).toBe("public, max-age=60");
    }
  });

  test("an old address leads to where the story is now, in one step", async () => {
    const now = "2026/03/08/storm/";
    const notice = "2026/03/08/killed/";
    for (const [path, there] of [
      ["/old/storm/", now],
      ["/старое/имя/", now],
      ["/text/старое/имя/", `text/${now}`],
      ...(kit.answers.moved ? [["/text/старое/имя/2/", `text/${now}`]] : []),
      // The edition has no notices, and a long story that was killed had further pages in it.
      ["/text/2026/03/08/killed/", notice],
      ...(kit.answers.moved ? [["/text/2026/03/08/killed/2/", notice]] : []),
      ...(kit.answers.moved ? [["/text/old/killed/31/", notice]] : []),
      ...(kit.answers.moved ? [["/old/storm/index.json", `${now}index.json`]] : []),
    ] as const) {
      const { status, headers, body } = await ask(encodeURI(path));
      const to = `${base}${there}`;
      if (kit.answers.moved) {
        expect([status, pathOf(headers["location"])]).toEqual([301, to]);
      } else {
        expect([status, body.includes(`content="0; url=${to}"`)]).toEqual([200, true]);
      }
    }
  });

  test("what was withdrawn or has expired is gone, with a neutral page", async () => {
    const texts = [
      "/text/2026/03/08/gone/",
      "/text/2026/03/08/gone/2/",
      "/text/2026/03/07/ушло/31/",
    ];
    const twins = ["/2026/03/08/gone/index.json", "/2026/03/07/ушло/story.txt"];
    for (const path of [
      "/2026/03/08/gone/",
      "/2026/03/08/expired/",
      "/2026/03/07/ушло/",
      // A long story had further pages in the text edition.
      ...(kit.answers.gone ? [...texts, ...twins] : []),
    ]) {
      const { status, headers, body } = await ask(encodeURI(path));
      expect([path, status]).toEqual([path, kit.answers.gone ? 410 : 200]);
      expect(headers["content-type"]).toContain("text/html");
      expect(body).toContain("No longer published");
      expect(body).not.toContain("name</");
    }
  });

  test("an address without its slash leads to the one with it", async () => {
    const { status, headers } = await ask("/2026/03/08/storm");
    expect([301, 302, 308]).toContain(status);
    expect(pathOf(headers["location"])).toBe(`${base}2026/03/08/storm/`);
  });

  test("a paper below a path has that path with its slash", async () => {
    if (base === "/") return;
    const { status, headers } = await get(server.origin, base.slice(0, -1));
    expect([301, 302, 308]).toContain(status);
    expect(pathOf(headers["location"])).toBe(base);
  });

  test.runIf(kit.answers.headers)("a page has one address, and none is another host", async () => {
    const { status, headers } = await ask("/2026/03/08/storm/index.html?from=feed");
    expect([status, pathOf(headers["location"])]).toEqual([301, `${base}2026/03/08/storm/`]);
    const strange = await get(server.origin, "//elsewhere.example/index.html");
    expect(strange.headers["location"] ?? "").not.toMatch(/^(?:https?:)?\/\/elsewhere/);
  });

  test.runIf(kit.answers.headers)("hidden files stay so, but what is well known", async () => {
    expect((await ask("/.secret")).status).toBe(kit.name === "lighttpd" ? 403 : 404);
    expect((await ask("/.well-known/security.txt")).status).toBe(200);
  });

  test.runIf(kit.answers.headers)(
    "a browser is told what it may do, for every answer",
    async () => {
      const asset = files.find((file) => file.startsWith("assets/")) ?? "";
      for (const path of ["/", "/nothing/", `/${asset}`, "/feed.xml", "/2026/03/08/gone/"]) {
        const { headers } = await ask(path);
        expect([path, told(headers)]).toEqual([path, EXPECTED]);
        const sharing = path === "/feed.xml" ? "cross-origin" : "same-origin";
        expect(headers["cross-origin-resource-policy"]).toBe(sharing);
        const caching =
          path === `/${asset}` ? "public, max-age=31536000, immutable" : "public, max-age=60";
        expect(headers["cache-control"]).toBe(caching);
      }
      const search = await ask("/search/");
      expect(search.headers["content-security-policy"]).toContain("'wasm-unsafe-eval'");
    },
  );

  test("who has the newest bytes is not sent them again", async () => {
    const { headers } = await ask("/2026/03/08/storm/");
    const since = { "if-modified-since": String(headers["last-modified"]) };
    const etag = headers["etag"];
    const known = etag === undefined ? since : { "if-none-match": etag };
    expect((await ask("/2026/03/08/storm/", known)).status).toBe(304);
  });
});

/** What a publish never leaves: files of others. */
function addStrangers(output: string): void {
  writeFileSync(join(output, ".secret"), "not for readers");
  mkdirSync(join(output, "search"));
  writeFileSync(join(output, "search/index.html"), "<h1>Search</h1>");
}

const isGone = (file: string) => /^2026\/03\/0[78]\/(?:gone|expired|ушло)\//.test(file);
const isFeed = (file: string) => /(?:feed|atom)\.(?:xml|json)$/.test(file);
const isMoved = (file: string) =>
  /^(?:(?:text\/)?(?:old|старое)|text\/2026\/03\/08\/killed)\//.test(file);

/** Absolute or not, a redirect leads to a path. */
function pathOf(location: string | string[] | undefined): string {
  return new URL(String(location), "http://localhost").pathname;
}

function typeOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return FEEDS[name] ?? TYPES[extension] ?? `unexpected: ${file}`;
}

const FEEDS: Record<string, string> = {
  "feed.xml": "application/rss+xml; charset=utf-8",
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  woff2: "font/woff2",
};

const EXPECTED = {
  "content-security-policy":
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'; form-action 'none'",
  "strict-transport-security": "max-age=63072000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

function told(headers: IncomingHttpHeaders) {
  return Object.fromEntries(Object.keys(EXPECTED).map((name) => [name, headers[name]]));
}
