// The output's record of itself: what is written is what is read, and what nobody may have written
// is not believed.

import { expect, test } from "vitest";
import {
  amendManifest,
  listedFiles,
  MANIFEST,
  NO_MANIFEST,
  ownFiles,
  parseManifest,
  printManifest,
  withAddresses,
} from "../../src/publish/manifest.ts";

const [one, two] = ["1f".repeat(32), "2e".repeat(32)];
const FULL = {
  files: new Map([
    ["index.html", two],
    ["a/index.html", one],
    ["b/index.html", two],
  ]),
  addresses: ["/", "/a/", "/“b”/"],
  withdrawn: ["/b/", "/c/"],
  superseded: [["old.css", "older.css"], []],
  preview: true,
};

test("the record has one file a line, sorted, and comes back as it was", () => {
  const text = printManifest(FULL);
  expect(text).toBe(
    `{"broadsheet": 1,
"preview": true,
"withdrawn": [
"/b/",
"/c/"
],
"superseded": [
["old.css","older.css"],
[]
],
"files": {
"a/index.html": "${one}",
"b/index.html": "${two}",
"index.html": "${two}"
},
"addresses": [
"/",
"/a/",
"/“b”/"
]}
`,
  );
  expect(parseManifest(text)).toEqual(FULL);
});

test("an empty record says no more than it must", () => {
  const text = `{"broadsheet": 1,\n"files": {},\n"addresses": []}\n`;
  expect(printManifest(NO_MANIFEST)).toBe(text);
  expect(parseManifest(text)).toEqual(NO_MANIFEST);
});

test("compressed copies are listed apart, come back as they were, and are not the paper itself", () => {
  const copies = new Map([...FULL.files, ["a/index.html.gz", two], ["a/index.html.br", one]]);
  const compressed = { by: "zlib 1", paths: new Set(["a/index.html.br", "a/index.html.gz"]) };
  const manifest = { ...FULL, files: copies, compressed };
  const text = printManifest(manifest);
  expect(text).toContain(`"compressed": {"by": "zlib 1", "files": {
"a/index.html.br": "${one}",
"a/index.html.gz": "${two}"
}},
"files": {
"a/index.html": "${one}",
"b/index.html": "${two}",
"index.html": "${two}"
},
`);
  expect(parseManifest(text)).toEqual(manifest);
  expect(ownFiles(manifest)).toEqual(["index.html", "a/index.html", "b/index.html"]);
  expect(ownFiles(FULL)).toEqual([...FULL.files.keys()]);
});

test("it lies where the web expects what is well known", () => {
  expect(MANIFEST).toBe(".well-known/broadsheet.json");
});

const sound = { broadsheet: 1, files: { "a.html": one }, addresses: ["/a/"] };

test.each([
  ["cut off", JSON.stringify(sound).slice(0, -3)],
  ["not a record", "[]"],
  ["nothing", "null"],
  ["a text", '"broadsheet"'],
  ["of no format", JSON.stringify({ ...sound, broadsheet: undefined })],
  ["of another format", JSON.stringify({ ...sound, broadsheet: 2 })],
  ["without files", JSON.stringify({ ...sound, files: undefined })],
  ["with a list of files", JSON.stringify({ ...sound, files: [] })],
  [
    "with a path that leads out",
    JSON.stringify({ ...sound, files: { "a.html": one, "../b": one } }),
  ],
  ["with a hash that is a number", JSON.stringify({ ...sound, files: { "a.html": 1 } })],
  ["with a hash in a list", JSON.stringify({ ...sound, files: { "a.html": [one] } })],
  [
    "with a hash that is too short",
    JSON.stringify({ ...sound, files: { "a.html": one.slice(1) } }),
  ],
  ["with more before a hash", JSON.stringify({ ...sound, files: { "a.html": `0${one}` } })],
  ["with more after a hash", JSON.stringify({ ...sound, files: { "a.html": `${one}0` } })],
  ["without addresses", JSON.stringify({ ...sound, addresses: undefined })],
  ["with an address that is none", JSON.stringify({ ...sound, addresses: ["/a/", 1] })],
  [
    "with withdrawn addresses that are none",
    JSON.stringify({ ...sound, withdrawn: ["/a/", null] }),
  ],
  ["with old assets that are no list", JSON.stringify({ ...sound, superseded: "a.css" })],
  ["with old assets that are no lists", JSON.stringify({ ...sound, superseded: [[], "a.css"] })],
  ["with copies that are no record", JSON.stringify({ ...sound, compressed: null })],
  ["with copies by nobody", JSON.stringify({ ...sound, compressed: { files: {} } })],
  ["with a list of copies", JSON.stringify({ ...sound, compressed: { by: "zlib", files: [] } })],
  [
    "with a copy that leads out",
    JSON.stringify({ ...sound, compressed: { by: "zlib", files: { "../b.gz": one } } }),
  ],
  ["with an unclear preview", JSON.stringify({ ...sound, preview: "true" })],
])("a record %s is not believed", (_, text) => {
  expect(parseManifest(JSON.stringify(sound))?.files).toEqual(new Map([["a.html", one]]));
  expect(parseManifest(text)).toBeUndefined();
});

test("addresses are added once and stay sorted, and a list that holds all of them stays as it is", () => {
  const recorded = ["/b/", "/d/"];
  expect(withAddresses(recorded, ["/c/", "/b/", "/a/"])).toEqual(["/a/", "/b/", "/c/", "/d/"]);
  expect(withAddresses(recorded, ["/d/"])).toBe(recorded);
});

test("a manifest in which some hashes are put in place of others is the one that would be printed", () => {
  const paths = ["a.html", "a.html.br", 'a "quoted".html', "b.html", "b.html.br", "ä/ß.html", "z"];
  const compressed = { by: "brotli", paths: new Set(paths.filter((path) => path.endsWith("br"))) };
  const before = { ...FULL, compressed, files: new Map(paths.map((path) => [path, one])) };
  const replaced = paths.slice(1).map((path) => ({ path, before: one, hash: two }));
  const after = new Map([
    ...before.files,
    ...replaced.map(({ path, hash }) => [path, hash] as const),
  ]);
  expect(amendManifest(Buffer.from(printManifest(before)), replaced).toString()).toBe(
    printManifest({ ...before, files: after }),
  );
});

test("a manifest that lists something else cannot be amended", () => {
  const printed = Buffer.from(printManifest(FULL));
  const wrong = [{ path: "a/index.html", before: two, hash: one }];
  expect(() => amendManifest(printed, wrong)).toThrow("does not list a/index.html");
});

test("the lines of a manifest name its files as the whole of it does, sorted", () => {
  const paths = [
    "b.html",
    "b.html.br",
    'a "q\\".html',
    "a!.html",
    "a.html",
    "a.html.br",
    "ä/ß.html",
  ];
  const addresses = ["/", `/": "${one}`, `/a": "${two}"`];
  const files = new Map(paths.map((path, index) => [path, index % 2 === 0 ? one : two]));
  const plain = { ...FULL, addresses, files };
  const by = `"files": {`;
  const copied = { ...plain, compressed: { by, paths: new Set(["a.html.br", "b.html.br"]) } };
  for (const manifest of [plain, copied, { ...plain, files: new Map<string, string>() }]) {
    const sorted = [...manifest.files].sort(([a], [b]) => (a < b ? -1 : 1));
    const listed = listedFiles(printManifest(manifest));
    expect(listed.paths.map((path, index) => [path, listed.hashes[index]])).toEqual(sorted);
  }
});
