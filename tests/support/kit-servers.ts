// The servers of Debian under the rules that a build leaves in `.broadsheet/server/`, set up as the
// README says and on loopback. For tests only.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A paper on disk, and where its server is to find what. */
export interface ServedPaper {
  /** The output. */
  readonly output: string;
  /** The folder of rules. */
  readonly rules: string;
  /** `/` or `/news/` */
  readonly base: string;
}

export interface KitServer extends AsyncDisposable {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
}

export interface Kit {
  readonly name: string;
  /** What must be there for it, and with which words to ask. */
  readonly probe: readonly string[];
  /** Whether it can answer “moved” and “gone” itself; where not, pages of the paper do. */
  readonly answers: { readonly moved: boolean; readonly gone: boolean; readonly headers: boolean };
  /** Which compressed copies it hands out, the smallest first. */
  readonly encodings: readonly string[];
  /** Writes its settings into `own`, a folder for it alone, and says how it is started. */
  readonly command: (paper: ServedPaper, own: string, port: number) => readonly string[];
}

const ALL = { moved: true, gone: true, headers: true };

/** Of a package of its own: `libnginx-mod-http-brotli-static`. */
const NGINX_BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const hasNginxBrotli = existsSync(NGINX_BROTLI);

export const KITS: readonly Kit[] = [
  {
    name: "nginx",
    probe: ["nginx", "-v"],
    answers: ALL,
    encodings: hasNginxBrotli ? ["br", "gzip"] : ["gzip"],
    command: nginx,
  },
  {
    name: "Apache",
    probe: ["apache2", "-v"],
    answers: ALL,
    encodings: ["br", "gzip"],
    command: apache,
  },
  {
    name: "Caddy",
    probe: ["caddy", "version"],
    answers: ALL,
    encodings: ["br", "gzip"],
    command: caddy,
  },
  {
    name: "lighttpd",
    probe: ["lighttpd", "-v"],
    answers: ALL,
    encodings: [],
    command: lighttpd,
  },
  {
    name: "busybox",
    probe: ["busybox", "httpd", "--help"],
    answers: { moved: false, gone: false, headers: false },
    encodings: ["gzip"],
    command: busybox,
  },
];

export function isInstalled({ probe }: Kit): boolean {
  const [command = "", ...words] = probe;
  try {
    execFileSync(command, words, { stdio: "ignore" });
    return true;
  } catch (error) {
    // busybox explains itself with an exit code of 1; what is not there has none.
    return typeof (error as { status?: unknown }).status === "number";
  }
}

/** Runs until it is disposed of. */
export async function startKit(kit: Kit, paper: ServedPaper): Promise<KitServer> {
  const own = mkdtempSync(join(tmpdir(), "broadsheet-kit-"));
  const port = await freePort();
  const [command = "", ...words] = kit.command(paper, own, port);
  const child = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"], cwd: own });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "exit");
  const origin = `http://127.0.0.1:${port}`;
  while ((await fetch(origin, { redirect: "manual" }).catch(() => undefined)) === undefined) {
    if (child.exitCode !== null) throw new Error(`${kit.name} did not start: ${said}`);
  }
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

const isRoot = process.getuid?.() === 0;

function nginx({ output, rules }: ServedPaper, own: string, port: number): readonly string[] {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    join(own, "nginx.conf"),
    `
daemon off;
${hasNginxBrotli ? `load_module ${NGINX_BROTLI};` : ""}
${isRoot ? "user root;" : ""}
pid ${own}/pid;
error_log stderr error;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${own}/${name};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    set $paper ${output};
    ${hasNginxBrotli ? "brotli_static on;" : ""}
    include ${rules}/nginx.conf;
  }
}
`,
  );
  return ["nginx", "-p", own, "-c", join(own, "nginx.conf")];
}

/** With Debian's own settings for types, which know better than to be trusted. */
function apache({ output, rules }: ServedPaper, own: string, port: number): readonly string[] {
  const modules = "mpm_event authz_core alias dir headers mime rewrite".split(" ");
  writeFileSync(
    join(own, "apache.conf"),
    `
ServerRoot ${own}
PidFile ${own}/pid
ErrorLog ${own}/error.log
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
Include /etc/apache2/mods-available/mime.conf
<Directory />
  Require all denied
</Directory>
<VirtualHost 127.0.0.1:${port}>
  Define PAPER ${output}
  Define PAPER_RULES ${rules}
  Include \${PAPER_RULES}/apache.conf
</VirtualHost>
`,
  );
  return ["apache2", "-D", "FOREGROUND", "-f", join(own, "apache.conf")];
}

function caddy({ output, rules }: ServedPaper, own: string, port: number): readonly string[] {
  writeFileSync(
    join(own, "Caddyfile"),
    `{
  admin off
  storage file_system ${own}
}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  root * ${output}
  import ${rules}/caddy.conf
}
`,
  );
  return ["caddy", "run", "--adapter", "caddyfile", "--config", join(own, "Caddyfile")];
}

function lighttpd({ output, rules }: ServedPaper, own: string, port: number): readonly string[] {
  mkdirSync(join(own, "empty"));
  writeFileSync(
    join(own, "lighttpd.conf"),
    `
server.modules = ( "mod_access", "mod_alias", "mod_redirect", "mod_setenv" )
server.bind = "127.0.0.1"
server.port = ${port}
${readFileSync(join(rules, "lighttpd.conf"), "utf8").includes("server.document-root") ? "" : `server.document-root = "${own}/empty"`}
var.paper = "${output}"
include "${rules}/lighttpd.conf"
`,
  );
  return ["lighttpd", "-D", "-f", join(own, "lighttpd.conf")];
}

function busybox({ output, rules, base }: ServedPaper, own: string, port: number) {
  const settings = join(rules, "busybox.conf");
  const start = ["busybox", "httpd", "-f", "-p", `127.0.0.1:${port}`, "-c", settings, "-h"];
  if (base === "/") return [...start, output];
  const link = join(own, "www", base.slice(0, -1));
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(output, link);
  return [...start, join(own, "www")];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
