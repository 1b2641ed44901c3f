// Starts a real Chromium. It comes from an npm package, so that a fresh clone on a plain machine has
// one, as root or not, with or without a desktop; CHROMIUM_PATH names another.

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { unpackChromium } from "./unpack-chromium.ts";

export type StartedBrowser =
  | { readonly kind: "started"; readonly browser: Browser }
  | { readonly kind: "none"; readonly reason: string };

/** The first browser that starts, or what each of them answered. */
export async function startBrowser(): Promise<StartedBrowser> {
  const reasons: string[] = [];
  for await (const [name, options] of candidates()) {
    try {
      const browser = await chromium.launch({ args: ARGUMENTS, timeout: 60_000, ...options });
      return { kind: "started", browser };
    } catch (error) {
      reasons.push(`${name}: ${shortened(error)}`);
    }
  }
  return { kind: "none", reason: reasons.join("; ") };
}

/** Playwright adds the rest: headless, no sandbox (as root there can be none), no background requests. */
const ARGUMENTS = ["--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];

type Candidate = readonly [name: string, options: LaunchOptions];

/** Best first. A browser that somebody names is the only one: a test must not quietly use another. */
async function* candidates(): AsyncGenerator<Candidate> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined) {
    yield [named, { executablePath: named }];
    return;
  }
  if (process.platform === "linux" && process.arch === "x64") yield* packaged();
  for (const path of SYSTEM_BROWSERS.filter((path) => existsSync(path))) {
    yield [path, { executablePath: path }];
  }
  yield ["Chrome", { channel: "chrome" }];
}

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** With the machine's own libraries where it has them: only they are sure to suit its C library. */
async function* packaged(): AsyncGenerator<Candidate> {
  let unpacked;
  try {
    unpacked = await unpackChromium();
  } catch (error) {
    process.stderr.write(`The packaged Chromium could not be unpacked: ${shortened(error)}\n`);
    return;
  }
  const { executable: executablePath, libraries, fontConfiguration } = unpacked;
  const env: NodeJS.ProcessEnv = { ...process.env };
  if (!hasFonts()) env["FONTCONFIG_FILE"] = fontConfiguration;
  yield ["the packaged Chromium", { executablePath, env }];
  const paths = [libraries, process.env["LD_LIBRARY_PATH"]].filter((path) => path);
  yield [
    "with libraries of its own",
    { executablePath, env: { ...env, LD_LIBRARY_PATH: paths.join(":") } },
  ];
}

function hasFonts(): boolean {
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts"];
  for (const name of [".fonts", ".local/share/fonts"]) folders.push(join(homedir(), name));
  return folders.some((folder) => existsSync(folder) && readdirSync(folder).length > 0);
}

/** Playwright's message, or of its long report on a failed start the line that says what is missing. */
function shortened(error: unknown): string {
  const lines = String(error).split("\n");
  const telling = lines.find((line) => /error while loading|cannot|not found|ENOENT/i.test(line));
  return (telling ?? lines[0] ?? "").trim();
}
