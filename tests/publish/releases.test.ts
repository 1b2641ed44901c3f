// An output of releases: each the paper that a publish in place would have made, and a way back.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, dictionary, property } from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { findCollisions } from "../../src/publish/find-collisions.ts";
import { closeOutput, openOutput } from "../../src/publish/output-folder.ts";
import { rollBack } from "../../src/publish/roll-back.ts";
import {
  demolish,
  type Paper,
  type PressRoom,
  pressRoom,
  publishPaper,
  publishRelease,
  staged,
  thrownBy,
  tree,
} from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
});
afterEach(() => demolish(room));

const MANIFEST = ".well-known/broadsheet.json";

function releases(): string[] {
  return readdirSync(join(room.output, "releases")).sort();
}

function current(): string {
  return readlinkSync(join(room.output, "current"));
}

function live(): Paper {
  return tree(join(room.output, "current/"));
}

/** Whole seconds since 1970. */
function second(path: string, release = "current"): number {
  return statSync(join(room.output, release, path)).mtimeMs / 1000;
}

function message(action: () => unknown): string {
  const error = thrownBy(action);
  if (!(error instanceof CannotWrite)) throw error;
  return `${error.message}\n${error.cure}`.replaceAll(room.output, "_site");
}

test(
  "whatever was published before, a release is what the same publish in place makes, to the byte",
  { timeout: 3_600_000 },
  () => {
    const path = array(constantFrom("a", "b", "index.html", "2019"), {
      minLength: 1,
      maxLength: 3,
    });
    const paper = dictionary(
      path.map((names) => names.join("/")),
      constantFrom("one", "two", "six"),
      { maxKeys: 8, noNullPrototype: true },
    ).filter((files) => findCollisions(staged(files)).length === 0);
    assert(
      property(array(paper, { minLength: 2, maxLength: 6 }), (papers) => {
        const inPlace = pressRoom();
        room = pressRoom();
        for (const [index, files] of papers.entries()) {
          const addresses = [`/${index}/`];
          const before = existsSync(room.output) ? timesOf(files) : new Map<string, number>();
          const old = existsSync(room.output) ? live() : {};
          publishPaper(inPlace, files, addresses);
          publishRelease(room, files, { addresses });
          expect(tree(join(room.output, "current/"), "with manifest")).toEqual(
            tree(inPlace.output, "with manifest"),
          );
          const now = timesOf(files);
          const wrong = [...before].filter(([name, then]) => {
            const time = now.get(name) ?? 0;
            return old[name] === files[name] ? time !== then : time <= then;
          });
          expect(wrong).toEqual([]);
        }
        demolish(inPlace);
        demolish(room);
      }),
      { numRuns: process.env["BROADSHEET_PROOF"] === "1" ? 2000 : 25 },
    );
  },
);

/** The times of those files that are live. */
function timesOf(files: Paper): Map<string, number> {
  const names = Object.keys(files).filter((name) => name in live());
  return new Map(names.map((name) => [name, second(name)]));
}

test("releases are numbered, and the folder goes on in its own way without being told", () => {
  const first = publishRelease(room, { "index.html": "one", "a.html": "same" });
  expect(first).toMatchObject({ written: 2, releases: { current: "000001", earlier: 0 } });
  const second = publishPaper(room, { "index.html": "two", "a.html": "same" });
  expect(second).toMatchObject({
    written: 1,
    kept: 1,
    releases: { current: "000002", earlier: 1 },
  });
  expect([readdirSync(room.output).sort(), current(), releases()]).toEqual([
    ["current", "releases"],
    "releases/000002",
    ["000001", "000002"],
  ]);
  expect(readdirSync(room.projectFolder).sort()).toEqual([".broadsheet", "_site", "content"]);
  expect(statSync(join(room.output, "current/")).mode & 0o777).toBe(0o755);
});

test("where nothing is new no release is made, and no file is read to know it", () => {
  const paper = { "index.html": "one", "a.html": "same" };
  publishRelease(room, paper);
  publishRelease(room, { ...paper, "index.html": "two" });
  publishRelease(room, { ...paper, "index.html": "six" }, { keep: 1 });
  const output = openOutput(room.output, room, "paper");
  closeOutput(output);
  expect([output.left?.names, [...output.touched]]).toEqual([["a.html", "index.html"], []]);
  const report = publishRelease(room, { ...paper, "index.html": "six" });
  expect(report).toMatchObject({ written: 0, kept: 2, releases: { current: "000003" } });
  expect(current()).toBe("releases/000003");
});

test("a page that someone altered comes back in a new release", () => {
  publishRelease(room, { "index.html": "one", "a.html": "same" });
  writeFileSync(join(room.output, "current/index.html"), "ONE");
  rmSync(join(room.output, "current/a.html"));
  const before = second(MANIFEST);
  publishRelease(room, { "index.html": "one", "a.html": "same" });
  expect(live()).toEqual({ "index.html": "one", "a.html": "same" });
  expect(second("index.html")).toBeGreaterThan(before);
});

test("the newest five stay, or as many as are wanted, and always the one readers get", () => {
  for (let number = 1; number <= 7; number++)
    publishRelease(room, { "index.html": String(number) });
  expect(releases()).toEqual(["000003", "000004", "000005", "000006", "000007"]);
  rollBack(room.output, 3);
  const { releases: report } = publishRelease(room, { "index.html": "3" }, { keep: 2 });
  expect(report).toMatchObject({ current: "000003", earlier: 2, removed: 2 });
  expect([current(), releases()]).toEqual(["releases/000003", ["000003", "000006", "000007"]]);
});

test("a step back is one link, and the next build goes on with a number and a time of its own", () => {
  publishRelease(room, { "index.html": "one" }, { addresses: ["/one/"] });
  publishRelease(room, { "index.html": "two" }, { addresses: ["/two/"] });
  const times = [second("index.html", "releases/000001"), second("index.html")];
  expect(rollBack(room.output)).toEqual({ kind: "rolled back", from: "000002", to: "000001" });
  expect([live()["index.html"], second("index.html")]).toEqual(["one", times[0]]);
  expect(rollBack(room.output)).toMatchObject({
    kind: "no such release",
    releases: [{ name: "000001", isLive: true }, { name: "000002" }],
  });

  const output = openOutput(room.output, room, "paper");
  closeOutput(output);
  expect(output.manifest.addresses).toEqual(["/one/", "/two/"]);
  publishPaper(room, { "index.html": "six" }, ["/one/"]);
  expect([current(), live()["index.html"]]).toEqual(["releases/000003", "six"]);
  // Readers may hold the page of release 2, which has the same size: its time must not come again.
  expect(second("index.html")).toBeGreaterThan(times[1] ?? Infinity);
  expect(tree(room.output, "with manifest")["releases/000003/.well-known/broadsheet.json"]).toMatch(
    /"\/one\/",\n"\/two\/"/,
  );
  expect(rollBack(room.output, 2)).toEqual({ kind: "rolled back", from: "000003", to: "000002" });
});

test("nobody steps back while a build is at it", () => {
  publishRelease(room, { "index.html": "one" });
  publishRelease(room, { "index.html": "two" });
  const output = openOutput(room.output, room, "paper");
  expect(() => rollBack(room.output)).toThrow(/Another build holds the lock/);
  closeOutput(output);
  expect(live()).toEqual({ "index.html": "two" });
});

test("no earlier release is kept that shows what is withdrawn, also after a build that was killed", () => {
  const withdrawn = ["/storm/"];
  publishRelease(room, { "storm/index.html": "canary" });
  publishRelease(room, { "storm/index.html": "canary", "index.html": "front" });
  cpSync(room.output, join(room.folder, "copy"), { recursive: true, verbatimSymlinks: true });
  const { releases: report } = publishRelease(room, { "storm/index.html": "gone" }, { withdrawn });
  expect(report).toMatchObject({ current: "000003", earlier: 0, removedAsWithdrawn: 2 });
  expect(canaries()).toEqual([]);

  // As if it had been killed between the last two steps.
  cpSync(join(room.folder, "copy/releases"), join(room.output, "releases"), { recursive: true });
  expect(rollBack(room.output, 2)).toMatchObject({
    kind: "no such release",
    releases: [{ name: "000003" }],
  });
  publishRelease(room, { "storm/index.html": "gone" }, { withdrawn });
  expect(canaries()).toEqual([]);

  publishRelease(room, { "storm/index.html": "gone", "index.html": "front" }, { withdrawn });
  expect(rollBack(room.output)).toMatchObject({ kind: "rolled back", to: "000003" });
});

function canaries(): string[] {
  return Object.entries(tree(room.folder)).flatMap(([path, text]) =>
    text.includes("canary") && !path.startsWith("copy/") ? [path] : [],
  );
}

test("a folder of one kind is not turned into the other on the way, and the way over is told", () => {
  publishPaper(room, { "index.html": "front" }, ["/storm/"]);
  const before = tree(room.output, "with manifest");
  const told = message(() => publishRelease(room, { "index.html": "new" }));
  expect(told).toMatchInlineSnapshot(`
    "“_site” holds a paper that is published in place, so no releases can be kept there.
    To change over, make it the first release: mv _site _site.old && mkdir -p _site/releases && mv _site.old _site/releases/000001 && ln -s releases/000001 _site/current — then let the web server read _site/current, and build again."
  `);
  expect(tree(room.output, "with manifest")).toEqual(before);

  // What the message says to do:
  const { output } = room;
  cpSync(output, `${output}.old`, { recursive: true, preserveTimestamps: true });
  rmSync(output, { recursive: true });
  mkdirSync(join(output, "releases"), { recursive: true });
  cpSync(`${output}.old`, join(output, "releases/000001"), {
    recursive: true,
    preserveTimestamps: true,
  });
  symlinkSync("releases/000001", join(output, "current"));
  publishPaper(room, { "index.html": "new" });
  expect([current(), live()]).toEqual(["releases/000002", { "index.html": "new" }]);
  const opened = openOutput(output, room, "paper");
  closeOutput(opened);
  expect(opened.manifest.addresses).toEqual(["/storm/"]);
  expect(message(() => openOutput(output, room, "paper", "in place"))).toMatchInlineSnapshot(`
    "“_site” holds releases, and Eleventy’s own command writes file by file.
    Publish with \`broadsheet build\`."
  `);
});

test("nothing but the press’s own folder of releases is taken for one", () => {
  mkdirSync(join(room.output, "releases/000001"), { recursive: true });
  writeFileSync(join(room.output, "releases/000001/thesis.txt"), "years of work");
  expect(message(() => publishRelease(room, { "index.html": "front" }))).toContain(
    "it holds files that are not this paper’s (“releases” is one)",
  );
  rmSync(room.output, { recursive: true });
  publishRelease(room, { "index.html": "front" });
  rmSync(join(room.output, "current"));
  mkdirSync(join(room.output, "current"));
  expect(message(() => publishRelease(room, { "index.html": "front" }))).toMatchInlineSnapshot(`
    "“_site/current” is not a link, and must be the one to the release that readers get.
    Move it away and build again."
  `);
});

test("a link that was lost or bent is set right by the next build", () => {
  publishRelease(room, { "index.html": "front" });
  for (const target of [undefined, "releases/000009", room.home]) {
    rmSync(join(room.output, "current"));
    if (target !== undefined) symlinkSync(target, join(room.output, "current"));
    publishRelease(room, { "index.html": "front" });
    expect(live()).toEqual({ "index.html": "front" });
  }
  expect(readdirSync(room.home)).toEqual([]);
});

test.each(["in place", "as releases"] as const)(
  "the press’s old assets stay for readers of the last three editions that changed any (%s)",
  (way) => {
    const folder = way === "in place" ? room.output : join(room.output, "current/");
    const left = () => Object.keys(tree(folder)).filter((path) => path.startsWith("assets/"));
    const name = (edition: number) => `assets/paper-${String(edition).repeat(12)}.css`;
    for (const edition of [1, 2, 3, 4, 5]) {
      const paper = { "index.html": name(edition), [name(edition)]: "style" };
      publishRelease(room, { ...paper, "assets/paper.txt": "no hash" }, { way });
      publishRelease(room, paper, { way });
      publishRelease(room, { ...paper, "a.html": "an edition without other assets" }, { way });
    }
    expect(left()).toEqual([2, 3, 4, 5].map(name));
    // One that is wanted again, and one that somebody spoilt.
    writeFileSync(join(folder, name(3)), "spoilt");
    publishRelease(room, { "index.html": "again", [name(2)]: "style" }, { way });
    expect(left()).toEqual([2, 4, 5].map(name));
  },
);
