// Puts many files in the place of others, on a stack so small that a list of them does not fit on it;
// see `publish.test.ts`. Arguments: the folder of the press room.

import { linkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeOutput, openOutput } from "../../src/publish/output-folder.ts";
import { putInPlace } from "../../src/publish/put-in-place.ts";
import { inFolder } from "./press-room.ts";

const [, , folder = ""] = process.argv;
const room = inFolder(folder);
mkdirSync(room.output);
const output = openOutput(room.output, room, "paper");

/** With `--stack-size=80` a call takes some 3,900 arguments. */
const changed = Array.from({ length: 5000 }, (_, number) => {
  const path = `${number}.html`;
  return { path, staged: join(output.work.path, path) };
});
for (const text of ["old", "new"]) writeFileSync(join(folder, text), text);
for (const { path, staged } of changed) {
  linkSync(join(folder, "old"), join(output.path, path));
  linkSync(join(folder, "new"), staged);
}
putInPlace({ added: [], changed, stale: [], inTheWay: [] }, output);
closeOutput(output);
