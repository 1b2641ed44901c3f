import { execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { closeOutput, openOutput } from "../../src/publish/output-folder.ts";
import { publish } from "../../src/publish/publish.ts";
import { stageBytes } from "../../src/publish/stage.ts";
import {
  demolish,
  modified,
  pressRoom,
  publishPaper,
  staged,
  thrownBy,
  tree,
  type PressRoom,
} from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
});
afterEach(() => demolish(room));

const STORM = "2019/05/31/storm/index.html";
const MANIFEST = ".well-known/broadsheet.json";

function write(path: string, text: string): void {
  const full = join(room.output, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function message(action: () => unknown): string {
  const error = thrownBy(action);
  if (!(error instanceof CannotWrite)) throw error;
  return `${error.message}\n${error.cure}`;
}

test("a paper goes into a missing folder, and the manifest says what it is", () => {
  const report = publishPaper(room, { "index.html": "front", [STORM]: "storm" }, [
    "/2019/05/31/storm/",
  ]);
  expect(report).toEqual({ written: 2, kept: 0, removed: 0 });
  expect(tree(room.output)).toEqual({ "index.html": "front", [STORM]: "storm" });
  expect(readFileSync(join(room.output, MANIFEST), "utf8")).toMatchInlineSnapshot(`
    "{"broadsheet": 1,
    "files": {
    "2019/05/31/storm/index.html": "9a105749cfcbac2e07d7640697861f62dfcc7c02bc24519e9c287431bc493f9d",
    "index.html": "2d8d693177ac44895fc02c009ec3f6af32e51eb00783c17000d7051d1662b93a"
    },
    "addresses": [
    "/2019/05/31/storm/"
    ]}
    "
  `);
});

test("nothing is left beside the output, whatever the umask files are for all to read", () => {
  const umask = process.umask(0o077);
  try {
    publishPaper(room, { [STORM]: "storm" });
  } finally {
    process.umask(umask);
  }
  expect(readdirSync(room.projectFolder).sort()).toEqual([".broadsheet", "_site", "content"]);
  expect(lstatSync(join(room.output, STORM)).mode & 0o777).toBe(0o644);
  expect(lstatSync(join(room.output, "2019")).mode & 0o777).toBe(0o755);
  expect(lstatSync(room.output).mode & 0o777).toBe(0o755);
});

test("a second publish of the same paper touches nothing", () => {
  const paper = { "index.html": "front", [STORM]: "storm" };
  publishPaper(room, paper);
  const before = [modified(room, STORM), modified(room, "index.html"), modified(room, MANIFEST)];
  expect(publishPaper(room, paper)).toEqual({ written: 0, kept: 2, removed: 0 });
  expect([modified(room, STORM), modified(room, "index.html"), modified(room, MANIFEST)]).toEqual(
    before,
  );
});

test("a changed file of the same size gets a later second, again and again", () => {
  const times = ["aaa", "bbb", "ccc", "ddd"].map((text) => {
    publishPaper(room, { "index.html": text, "style.css": "same" });
    return modified(room, "index.html");
  });
  expect(times.map((time) => time % 1000)).toEqual([0, 0, 0, 0]);
  expect(new Set(times).size).toBe(4);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(modified(room, "style.css")).toBe(times[0]);
});

test("a file that left and comes back in the same second is not taken for the one that left", () => {
  publishPaper(room, { "index.html": "front", "note.html": "old" });
  const first = modified(room, "note.html");
  publishPaper(room, { "index.html": "front" });
  publishPaper(room, { "index.html": "front", "note.html": "new" });
  expect(modified(room, "note.html")).toBeGreaterThan(first);
});

test("a reader who has a page open reads the old one to its end", () => {
  publishPaper(room, { "index.html": "the old front" });
  const reader = openSync(join(room.output, "index.html"), "r");
  publishPaper(room, { "index.html": "new" });
  expect(readFileSync(reader, "utf8")).toBe("the old front");
  closeSync(reader);
  expect(tree(room.output)).toEqual({ "index.html": "new" });
});

test("a file dated into the future by someone still gets a later second", () => {
  publishPaper(room, { "index.html": "old" });
  utimesSync(join(room.output, "index.html"), 4_000_000_000, 4_000_000_000);
  publishPaper(room, { "index.html": "new" });
  expect(modified(room, "index.html")).toBe(4_000_000_001_000);
});

test("stale files and the folders that they leave empty go; other people’s files stay", () => {
  publishPaper(room, {
    "index.html": "front",
    [STORM]: "storm",
    "2019/06/01/sun/index.html": "sun",
  });
  write("2019/05/notes.txt", "not ours");
  write(".well-known/security.txt", "not ours");
  expect(publishPaper(room, { "index.html": "front" })).toEqual({
    written: 0,
    kept: 1,
    removed: 2,
  });
  expect(tree(room.output)).toEqual({
    ".well-known/security.txt": "not ours",
    "2019/05/notes.txt": "not ours",
    "index.html": "front",
  });
});

test("a file may become a folder and a folder a file", () => {
  publishPaper(room, { about: "a file", "news/a/index.html": "1", "news/b/index.html": "2" });
  publishPaper(room, { "about/index.html": "a folder", news: "a file" });
  expect(tree(room.output)).toEqual({ "about/index.html": "a folder", news: "a file" });
  publishPaper(room, { about: "a file", "news/a/index.html": "1" });
  expect(tree(room.output)).toEqual({ about: "a file", "news/a/index.html": "1" });
});

test("a page that someone deleted or altered comes back, even with its size and time unchanged", () => {
  const paper = { "index.html": "front", [STORM]: "storm" };
  publishPaper(room, paper);
  rmSync(join(room.output, "index.html"));
  const time = modified(room, STORM) / 1000;
  write(STORM, "STORM");
  utimesSync(join(room.output, STORM), time, time);
  expect(publishPaper(room, paper)).toEqual({ written: 2, kept: 0, removed: 0 });
  expect(tree(room.output)).toEqual(paper);
  expect(modified(room, STORM) / 1000).toBeGreaterThan(time);
});

test("without the state folder the output itself tells what is unchanged", () => {
  publishPaper(room, { "index.html": "front" });
  const before = modified(room, "index.html");
  rmSync(room.stateFolder, { recursive: true });
  expect(publishPaper(room, { "index.html": "front" })).toEqual({
    written: 0,
    kept: 1,
    removed: 0,
  });
  expect(modified(room, "index.html")).toBe(before);
});

test("every address ever published stays on record", () => {
  publishPaper(room, { a: "1" }, ["/b/", "/a/"]);
  publishPaper(room, { a: "1" }, ["/c/"]);
  const output = openOutput(room.output, room, "paper");
  closeOutput(output);
  expect(output.manifest.addresses).toEqual(["/a/", "/b/", "/c/"]);
});

test("a damaged manifest still marks the folder as ours: files of the new paper heal, others stay", () => {
  publishPaper(room, { "index.html": "front", "old.html": "old" });
  const text = readFileSync(join(room.output, MANIFEST), "utf8");
  const before = modified(room, "index.html");
  for (const damaged of [
    text.slice(0, 40),
    "",
    "null",
    "[]",
    text.replace("old.html", "../old.html"),
  ]) {
    write(MANIFEST, damaged);
    publishPaper(room, { "index.html": "front", "new.html": "new" });
    expect(tree(room.output)).toEqual({
      "index.html": "front",
      "new.html": "new",
      "old.html": "old",
    });
    expect(modified(room, "index.html")).toBe(before);
  }
});

test("a stranger’s file, folder or link where ours must go is named, and nothing is written", () => {
  publishPaper(room, { "index.html": "front" });
  write("about/index.html", "not ours");
  write("news/notes.txt", "not ours");
  write("2019", "not ours");
  symlinkSync(room.home, join(room.output, "authors"));
  const live = tree(room.output, "with manifest");
  const attempts = ["about/index.html", "news", STORM, "authors/a/index.html"].map((path) =>
    message(() => publishPaper(room, { "index.html": "new", [path]: "ours" })),
  );
  expect(attempts).toMatchInlineSnapshot(`
    [
      "“about/index.html” in the output is not this paper’s, and articles/about/index.html must go to “about/index.html”.
    Move it away, or give the story another slug.",
      "“news/notes.txt” in the output is not this paper’s, and articles/news must go to “news”.
    Move it away, or give the story another slug.",
      "“2019” in the output is not this paper’s, and articles/2019/05/31/storm/index.html must go to “2019/05/31/storm/index.html”.
    Move it away, or give the story another slug.",
      "“authors” in the output is not this paper’s, and articles/authors/a/index.html must go to “authors/a/index.html”.
    Move it away, or give the story another slug.",
    ]
  `);
  expect(tree(room.output, "with manifest")).toEqual(live);
  expect(readdirSync(room.home)).toEqual([]);
});

test("a folder of ours that became a link is not followed when its files leave", () => {
  publishPaper(room, { "index.html": "front", "news/index.html": "news" });
  rmSync(join(room.output, "news"), { recursive: true });
  writeFileSync(join(room.home, "index.html"), "mine");
  symlinkSync(room.home, join(room.output, "news"));
  publishPaper(room, { "index.html": "front" });
  expect(readdirSync(room.home)).toEqual(["index.html"]);
});

test("bytes may come from memory, from a cache, staged ahead, or be live already", () => {
  const cached = join(room.folder, "cached.jpg");
  writeFileSync(cached, "picture");
  publishPaper(room, { "kept.html": "kept" });
  const output = openOutput(room.output, room, "paper");
  const report = publish(
    {
      addresses: [],
      withdrawn: [],
      files: [
        ...staged({ "memory.html": "memory" }),
        { path: "a.jpg", origin: "a.jpg", kind: "asset", bytes: { kind: "file", path: cached } },
        {
          path: "b.html",
          origin: "b.md",
          kind: "story",
          bytes: stageBytes(output.work.path, "ahead"),
        },
        {
          path: "kept.html",
          origin: "k.md",
          kind: "story",
          bytes: { kind: "kept", hash: output.live.get("kept.html")!.hash },
        },
      ],
    },
    output,
  );
  closeOutput(output);
  expect(report).toEqual({ written: 3, kept: 1, removed: 0 });
  expect(tree(room.output)).toEqual({
    "a.jpg": "picture",
    "b.html": "ahead",
    "kept.html": "kept",
    "memory.html": "memory",
  });
  expect(existsSync(cached)).toBe(true);
});

test("a kept page that is not live, or a cached file with other bytes, stops the publish", () => {
  publishPaper(room, { "index.html": "front" });
  const cached = join(room.folder, "cached.jpg");
  writeFileSync(cached, "damaged");
  const hash = "0".repeat(64);
  const file = { path: "b.html", origin: "b.md", kind: "story" } as const;
  const attempts = [
    { kind: "kept", hash } as const,
    { kind: "file", path: cached, hash } as const,
  ].map((bytes) =>
    message(() => publishPaper(room, [...staged({ "index.html": "new" }), { ...file, bytes }])),
  );
  expect(attempts).toMatchInlineSnapshot(`
    [
      "“b.html” in the output changed while the paper was made.
    Build again; if it happens again, look for another program that writes there.",
      "The bytes for “b.html” (from b.md) are not what they were a moment ago.
    Build again; with --clean if it happens again, because then a cached file is damaged.",
    ]
  `);
  expect(tree(room.output)).toEqual({ "index.html": "front" });
});

test("a path that leads out of the output, or stands there twice, is our own mistake and stops", () => {
  for (const path of ["../out.html", "/etc/out", "a//b", "a/../../b", "a\\b", "", MANIFEST]) {
    expect(() => publishPaper(room, { [path]: "x" })).toThrow(/not a path|two files/);
  }
  expect(existsSync(room.output)).toBe(false);
});

test("a preview records no address, and never prints over the published paper", () => {
  publishPaper(room, { "draft.html": "draft" }, ["/draft/"], "preview");
  publishPaper(room, { "draft.html": "draft 2" }, ["/draft/"], "preview");
  expect(readFileSync(join(room.output, MANIFEST), "utf8")).not.toContain("/draft/");
  publishPaper(room, { "index.html": "front" });
  expect(
    message(() => publishPaper(room, { "draft.html": "draft" }, [], "preview")).replace(
      room.output,
      "_site",
    ),
  ).toMatchInlineSnapshot(`
    "“_site” holds the published paper, so no drafts can be printed there.
    Give the preview an output of its own with --output."
  `);
});

test("any number of files is replaced, though a call takes only so many arguments", () => {
  const child = new URL("many-files-child.ts", import.meta.url).pathname;
  execFileSync(process.execPath, ["--stack-size=80", "--import", "tsx", child, room.folder]);
  const bytes = Object.values(tree(room.output));
  expect([bytes.length, new Set(bytes)]).toEqual([5000, new Set(["new"])]);
});
