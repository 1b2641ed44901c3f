// The paper's own drawings change when its name or motto does, which is almost never. They are kept
// in the state folder, which is safe to delete.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** Raise this when a drawing changes its look: `tests/render/icons.test.ts` notices. */
export const DRAWINGS_EDITION = 3;

/**
 * The bytes of a drawing, kept from an earlier build or drawn now.
 * @param name what it is, with its file ending: `touch-icon.png`
 * @param words all that decides how it looks
 */
export async function drawOnce(
  stateFolder: string,
  name: string,
  words: readonly string[],
  draw: () => Promise<Buffer>,
): Promise<Buffer> {
  const recipe = JSON.stringify([words, DRAWINGS_EDITION]);
  const hash = createHash("sha256").update(recipe).digest("hex").slice(0, 20);
  const path = join(stateFolder, "drawings", `${hash}-${name}`);
  const kept = await readFile(path).catch(() => Buffer.alloc(0));
  if (kept.length > 0) return kept;
  const bytes = await draw();
  await writeWhole(path, bytes);
  return bytes;
}
