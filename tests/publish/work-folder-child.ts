// A builder that takes and releases a work folder when it is told to; see `work-folder.test.ts`.

import { CannotWrite } from "../../src/publish/cannot-write.ts";
import { takeWorkFolder, type WorkFolder } from "../../src/publish/work-folder.ts";

const [, , folder = ""] = process.argv;
let work: WorkFolder | undefined;

process.on("message", (order) => {
  if (order === "take") return process.send?.(take());
  work?.release();
  work = undefined;
  return process.send?.("released");
});
process.send?.("ready");

function take(): string {
  try {
    work = takeWorkFolder(folder);
    return "took it";
  } catch (error) {
    return error instanceof CannotWrite ? "refused" : String(error);
  }
}
