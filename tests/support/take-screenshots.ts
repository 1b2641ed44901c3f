// Takes the pictures of the README from the demo paper in `_site/`: `npm run screenshots`.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { serve } from "./serve.ts";
import { startBrowser } from "./start-browser.ts";

const PROJECT = join(import.meta.dirname, "../..");
const STORY = "/2019/05/31/japanese-and-russian-fm-discuss-possible-visa-free-travel/";
const SHOTS = [
  { name: "story", path: STORY, width: 1280, height: 1000 },
  { name: "front", path: "/", width: 1280, height: 1300 },
  { name: "phone", path: STORY, width: 390, height: 844 },
] as const;

const started = await startBrowser();
if (started.kind === "none") throw new Error(started.reason);
await using server = await serve(join(PROJECT, "_site"));
const folder = join(PROJECT, "tests/screenshots");
await mkdir(folder, { recursive: true });
for (const { name, path, width, height } of SHOTS) {
  const page = await started.browser.newPage({ viewport: { width, height } });
  await page.goto(new URL(path, server.origin).href, { waitUntil: "networkidle" });
  const png = await page.screenshot();
  await sharp(png)
    .png({ palette: true, quality: 80, effort: 9 })
    .toFile(join(folder, `${name}.png`));
}
await started.browser.close();
