// Where a newsroom of `newsroom-model.ts` lies on disk: its content, its own layouts, its pictures.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { filesOf, type Newsroom } from "./newsroom-model.ts";
import { ownLayouts } from "./press-process.ts";

export interface NewsroomDesk extends Disposable {
  readonly root: string;
  /** Makes the files those of the newsroom; what is the same is not touched. */
  write(room: Newsroom): void;
}

/** An empty desk; it goes when the test is over. */
export async function newsroomDesk(): Promise<NewsroomDesk> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-newsroom-")));
  ownLayouts(root);
  const pictures = await Promise.all(["#579", "#975", "#123"].map(picture));
  const layout = (file: string) => readFileSync(join(root, "layouts", file), "utf8");
  const layouts = { footer: layout("parts/footer.tsx"), tokens: layout("styles/tokens.css") };
  const written = new Map<string, string | Buffer>();
  return {
    root,
    write: (room) => writeFiles(root, filesOf(room, pictures, layouts), written),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

function writeFiles(
  root: string,
  files: ReadonlyMap<string, string | Buffer>,
  written: Map<string, string | Buffer>,
): void {
  for (const path of written.keys()) {
    if (files.has(path)) continue;
    rmSync(join(root, path));
    written.delete(path);
  }
  for (const [path, data] of files) {
    if (written.get(path) === data) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
    written.set(path, data);
  }
}

function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 360, height: 240, channels: 3, background } })
    .png()
    .toBuffer();
}
