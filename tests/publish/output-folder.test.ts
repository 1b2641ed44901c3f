import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { closeOutput, openOutput } from "../../src/publish/output-folder.ts";
import { demolish, pressRoom, publishPaper, thrownBy, tree, type PressRoom } from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
});
afterEach(() => demolish(room));

function refusal(path: string): string {
  const error = thrownBy(() => closeOutput(openOutput(path, room, "paper")));
  if (!(error instanceof CannotWrite)) throw error;
  return error.message.replaceAll(room.folder, "");
}

test("a folder that is not ours to empty is refused, with the reason", () => {
  const { folder, projectFolder, contentFolder, stateFolder, home } = room;
  mkdirSync(join(folder, "foreign"));
  writeFileSync(join(folder, "foreign/thesis.txt"), "years of work");
  writeFileSync(join(folder, "file"), "a file");
  const places = [
    "/",
    home,
    folder,
    projectFolder,
    contentFolder,
    join(contentFolder, "out"),
    stateFolder,
  ];
  places.push(
    join(stateFolder, "out"),
    join(folder, "foreign"),
    join(folder, "file"),
    join(folder, "file/out"),
  );
  places.push(`${contentFolder}/../../project/`);
  const before = tree(folder);
  expect(places.map(refusal)).toMatchInlineSnapshot(`
    [
      "“/” cannot be the output folder: it is the root of the disk.",
      "“/home” cannot be the output folder: it is or holds your home folder.",
      "“” cannot be the output folder: it is or holds your home folder.",
      "“/project” cannot be the output folder: it is or holds the project.",
      "“/project/content” cannot be the output folder: it is or holds the content.",
      "“/project/content/out” cannot be the output folder: it lies in the content.",
      "“/project/.broadsheet” cannot be the output folder: it is or holds the press’s own state.",
      "“/project/.broadsheet/out” cannot be the output folder: it lies in the press’s own state.",
      "“/foreign” cannot be the output folder: it holds files that are not this paper’s (“thesis.txt” is one).",
      "“/file” cannot be the output folder: it is a file, not a folder.",
      "“/file/out” cannot be the output folder: a file stands in its path.",
      "“/project/content/../../project/” cannot be the output folder: it is or holds the project.",
    ]
  `);
  expect(tree(folder)).toEqual(before);
});

test("a symbolic link to such a folder is seen through", () => {
  const { folder, projectFolder, contentFolder } = room;
  symlinkSync(projectFolder, join(folder, "to-project"));
  symlinkSync(contentFolder, join(folder, "to-content"));
  symlinkSync("/", join(folder, "to-root"));
  symlinkSync(join(folder, "nowhere"), join(folder, "to-nowhere"));
  symlinkSync(folder, join(contentFolder, "up"));
  const places = [
    "to-project",
    "to-content",
    "to-content/out",
    "to-root",
    "to-nowhere",
    "to-nowhere/out",
  ];
  places.push("project/content/up", "to-root/");
  expect(places.map((place) => refusal(join(folder, place)))).toMatchInlineSnapshot(`
    [
      "“/to-project” cannot be the output folder: it is or holds the project.",
      "“/to-content” cannot be the output folder: it is or holds the content.",
      "“/to-content/out” cannot be the output folder: it lies in the content.",
      "“/to-root” cannot be the output folder: it is the root of the disk.",
      "“/to-nowhere” cannot be the output folder: it is a symbolic link that leads nowhere.",
      "“/to-nowhere/out” cannot be the output folder: it is a symbolic link that leads nowhere.",
      "“/project/content/up” cannot be the output folder: it is or holds your home folder.",
      "“/to-root/” cannot be the output folder: it is the root of the disk.",
    ]
  `);
});

test("the real home folder and its parents are refused", () => {
  const around = { ...room, home: homedir() };
  for (const place of [homedir(), join(homedir(), ".."), "/"]) {
    expect(() => openOutput(place, around, "paper")).toThrow(CannotWrite);
  }
});

test("a missing folder, an empty one, and a link to an empty one may be the output", () => {
  const { folder } = room;
  mkdirSync(join(folder, "empty"));
  symlinkSync(join(folder, "empty"), join(folder, "link"));
  publishPaper({ ...room, output: join(folder, "missing/deep") }, { a: "1" });
  publishPaper({ ...room, output: join(folder, "link") }, { a: "2" });
  expect(tree(join(folder, "missing/deep"))).toEqual({ a: "1" });
  expect(tree(join(folder, "empty"))).toEqual({ a: "2" });
});

test("opening and closing an output makes nothing", () => {
  closeOutput(openOutput(room.output, room, "paper"));
  expect(existsSync(room.output)).toBe(false);
  expect(readdirSync(room.projectFolder)).toEqual(["content"]);
});

test("a manifest that is a link or a folder does not make a foreign folder ours", () => {
  const manifest = join(room.output, ".well-known/broadsheet.json");
  mkdirSync(manifest, { recursive: true });
  expect(refusal(room.output)).toContain(
    "it holds files that are not this paper’s (“.well-known” is one)",
  );
});
