// The browser comes as an npm package: compressed, and with the few libraries and the typeface that
// a bare machine lacks. Here it is unpacked, once for all tests, without a download or a system
// package.

import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** A browser on disk, and what a machine that lacks it may be lent. */
export interface UnpackedChromium {
  readonly executable: string;
  /** libnss3 and its like, as a folder for LD_LIBRARY_PATH. */
  readonly libraries: string;
  /** A fontconfig file that knows one sans serif. */
  readonly fontConfiguration: string;
}

/** Unpacks the package, unless that has been done; 197 MB, some two seconds. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const packed = join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), "../../bin");
  const { version } = JSON.parse(readFileSync(join(packed, "../package.json"), "utf8"));
  const place = join(CACHE, `chromium-${version}`);
  if (!existsSync(place)) await unpackWhole(packed, place);
  return {
    executable: join(place, "chromium"),
    libraries: join(place, "lib"),
    fontConfiguration: join(place, "fonts.conf"),
  };
}

const PACKAGE = "@sparticuz/chromium";

/** Beside the packages, so that it goes when they go. */
const CACHE = join(import.meta.dirname, "../../node_modules/.cache/broadsheet-tests");

/** Several tests may begin at once: each unpacks for itself, and the first to finish has done it for all. */
async function unpackWhole(packed: string, place: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(`${place}-`);
  const executable = createWriteStream(join(draft, "chromium"), { mode: 0o755 });
  await Promise.all([
    pipeline(unbrotli(join(packed, "chromium.br")), executable),
    unpackTar(join(packed, "al2023.tar.br"), draft),
    unpackTar(join(packed, "fonts.tar.br"), draft),
  ]);
  await writeFile(join(draft, "fonts.conf"), fontConfiguration(join(place, "fonts")));
  await chmod(draft, 0o755);
  await rename(draft, place).catch(async (error: unknown) => {
    await rm(draft, { recursive: true });
    if (!existsSync(place)) throw error;
  });
}

function unbrotli(path: string) {
  const stream = createBrotliDecompress();
  createReadStream(path)
    .on("error", (error) => stream.destroy(error))
    .pipe(stream);
  return stream;
}

/** Reads just enough of the tar format for archives of plain files with short names. */
async function unpackTar(path: string, folder: string): Promise<void> {
  const archive = await buffer(unbrotli(path));
  const textAt = (start: number, end: number) =>
    archive.toString("latin1", start, end).replace(/\0.*$/s, "");
  for (let header = 0; textAt(header, header + 100) !== "";) {
    const target = join(folder, textAt(header, header + 100));
    const size = Number.parseInt(textAt(header + 124, header + 136), 8);
    const start = header + BLOCK;
    const isFile = textAt(header + 156, header + 157) !== "5";
    await mkdir(isFile ? dirname(target) : target, { recursive: true });
    if (isFile) await writeFile(target, archive.subarray(start, start + size), { mode: 0o755 });
    header = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const BLOCK = 512;

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}
