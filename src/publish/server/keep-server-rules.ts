// Writes what a web server is to know of the paper into `.broadsheet/server/`: never into the output,
// which any server may hand out. Nothing is written that is there already, so that a server that
// watches its files is told of changes only.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Newspaper } from "../../news/newspaper.ts";
import { apacheLists, apacheRules } from "./apache-rules.ts";
import { caddyRules } from "./caddy-rules.ts";
import { hostHeaders, hostRedirects } from "./host-rules.ts";
import { nginxRules } from "./nginx-rules.ts";
import { type ServerRules, serverRules } from "./server-rules.ts";
import { busyboxRules, lighttpdRules } from "./small-server-rules.ts";

/**
 * Writes the rules of the paper just published; a preview has none. A disk that has no room for them
 * has no say in a paper that is published: the rules of before stay.
 */
export function keepServerRules(
  paper: Newspaper,
  { stateFolder, drafts }: { readonly stateFolder: string; readonly drafts: boolean },
): void {
  if (drafts) return;
  const folder = join(stateFolder, "server");
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(serverFiles(serverRules(paper))))
      writeIfNew(join(folder, name), text);
  } catch {
    // As said above.
  }
}

/** Every file of the folder, by name. */
function serverFiles(rules: ServerRules): Readonly<Record<string, string>> {
  return {
    "nginx.conf": nginxRules(rules),
    "apache.conf": apacheRules(rules),
    ...apacheLists(rules),
    "caddy.conf": caddyRules(rules),
    "lighttpd.conf": lighttpdRules(rules),
    "busybox.conf": busyboxRules(rules),
    _redirects: hostRedirects(rules),
    _headers: hostHeaders(rules),
  };
}

/** Whole or not at all: a server may read it at any moment. */
function writeIfNew(path: string, text: string): void {
  if (textOf(path) === text) return;
  const unfinished = `${path}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
