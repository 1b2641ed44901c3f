// A paper built with `--compress`, on the servers newsrooms have: each file goes out in the smallest
// form its reader can take, says what it is, and is the same file once it is unpacked.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { get } from "../support/get.ts";
import { isInstalled, KITS, startKit } from "../support/kit-servers.ts";
import { SEARCHABLE } from "../support/searchable-paper.ts";
import { site } from "../support/site.ts";

const PAPER = SEARCHABLE.replace("outputs: [search]", "outputs: [search, twins, text]");

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: (bytes) => brotliDecompressSync(bytes),
  gzip: (bytes) => gunzipSync(bytes),
};

/** What a reader says, and what of it that is. */
const READERS = [
  ["gzip, deflate, br, zstd", ["br", "gzip"]],
  ["br", ["br"]],
  ["gzip", ["gzip"]],
  ["br;q=0, gzip;q=0.5", ["gzip"]],
  ["gzip;q=0", []],
  ["identity", []],
] as const;

const cases = KITS.filter(isInstalled).flatMap((kit) =>
  ["/", "/news/"].map((base) => ({ kit, base })),
);

describe.each(cases)("$kit.name, at $base", ({ kit, base }) => {
  test("each file goes out in the smallest form its reader takes, with its own type", async () => {
    const baseUrl = `https://news.example.org${base}`;
    await using built = await site(PAPER, { baseUrl, ownState: true, compress: true });
    const rules = join(built.content.stateFolder, "server");
    await using server = await startKit(kit, { output: built.output, rules, base });
    const files = new Set(built.files());
    const texts = [...files].filter((file) => files.has(`${file}.br`));
    expect(texts).toEqual(
      expect.arrayContaining(["index.html", "atom.xml", "feed.json", "text/index.html"]),
    );
    const wrong: string[] = [];
    for (const file of texts) {
      const path = `${base}${encodeURI(file).replace(/(^|\/)index\.html$/, "$1")}`;
      const bytes = readFileSync(join(built.output, file));
      const { headers: plain } = await get(server.origin, path);
      for (const [accept, takes] of READERS) {
        // busybox does not read so far.
        if (kit.name === "busybox" && accept === "gzip;q=0") continue;
        const answer = await get(server.origin, path, { "accept-encoding": accept });
        const { status, headers } = answer;
        const encoding = headers["content-encoding"];
        const body = UNPACK[String(encoding)]?.(answer.bytes) ?? answer.bytes;
        const best = takes.find((one) => kit.encodings.includes(one));
        const told = String(headers["vary"]).toLowerCase().includes("accept-encoding");
        const isRight =
          status === 200 &&
          encoding === best &&
          body.equals(bytes) &&
          headers["content-type"] === plain["content-type"] &&
          (told || kit.encodings.length === 0 || !kit.answers.headers);
        if (!isRight) wrong.push(`${path} for ${accept}: ${status} ${encoding} ${headers["vary"]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("what is not found can be read whatever its reader takes", async () => {
    const baseUrl = `https://news.example.org${base}`;
    await using built = await site(PAPER, { baseUrl, ownState: true, compress: true });
    const rules = join(built.content.stateFolder, "server");
    await using server = await startKit(kit, { output: built.output, rules, base });
    for (const [accept] of READERS) {
      const answer = await get(server.origin, `${base}nothing/`, { "accept-encoding": accept });
      const unpack = UNPACK[String(answer.headers["content-encoding"])];
      const body = unpack?.(answer.bytes) ?? answer.bytes;
      expect([accept, answer.status, body.toString().includes("<h1")]).toEqual([accept, 404, true]);
    }
  });
});
