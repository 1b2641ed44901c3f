// A builder in a process of its own, so that a test can kill it or make its disk fail.
// Arguments: the folder of the press room, which edition of the paper, which tells how to begin:
// "at once", or "when told" (by a line on standard input, so that the killer can aim).

import { once } from "node:events";
import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { inFolder, publishPaper } from "./press-room.ts";
import { edition } from "./editions.ts";

const [, , folder = "", number = "0", beginning = "at once"] = process.argv;

if (beginning === "when told") {
  process.stdout.write("ready\n");
  await once(process.stdin, "data");
}
try {
  publishPaper(inFolder(folder), edition(Number(number)), [`/${number}/`]);
  process.stdout.write("published\n");
  process.exitCode = 0;
} catch (error) {
  if (!(error instanceof CannotWrite)) throw error;
  process.stdout.write(`${error.message} ${error.cure}\n`);
  process.exitCode = 3;
}
process.stdin.destroy();
