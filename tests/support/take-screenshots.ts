// Takes the pictures of the README from the demo paper: `npm run screenshots`. The paper is built for
// it, as of a fixed day, so that only a change of the look changes a picture.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { demoPaper, SEED_STORY } from "./demo-paper.ts";
import { serve } from "./serve.ts";
import { startBrowser } from "./start-browser.ts";

const PROJECT = join(import.meta.dirname, "../..");
const SHOTS = [
  { name: "story", path: SEED_STORY, width: 1280, height: 1000 },
  { name: "front", path: "/", width: 1280, height: 1250 },
  { name: "phone", path: SEED_STORY, width: 390, height: 844 },
] as const;

const started = await startBrowser();
if (started.kind === "none") throw new Error(started.reason);
await using paper = await demoPaper();
await using server = await serve(paper.output);
const folder = join(PROJECT, "tests/screenshots");
await mkdir(folder, { recursive: true });
for (const { name, path, width, height } of SHOTS) {
  const page = await started.browser.newPage({ viewport: { width, height } });
  await page.goto(new URL(path, server.origin).href, { waitUntil: "networkidle" });
  const png = await page.screenshot();
  await sharp(png)
    .png({ palette: true, quality: 70, dither: 0.6, effort: 9 })
    .toFile(join(folder, `${name}.png`));
}
await started.browser.close();
