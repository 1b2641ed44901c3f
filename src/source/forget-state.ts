// What `--clean` throws away: everything the press has kept but the last good versions of the stories
// that are live, which nothing could make again.

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LAST_GOOD } from "./last-good.ts";

export function forgetState(stateFolder: string): void {
  for (const name of namesIn(stateFolder)) {
    if (name !== LAST_GOOD) rmSync(join(stateFolder, name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
