// Starts a thread of the press, whether the press runs as TypeScript or translated.

import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * @param starting the file that starts it: where that very code runs, among translated files beside a
 *   translated thread, or as TypeScript (in tests). `import.meta.filename`, not `import.meta.dirname`,
 *   which `bin.js` sets to where the file was written.
 * @param name of the thread's own file, which lies beside it
 */
export function startThread(starting: string, name: string, options: WorkerOptions): Worker {
  const ending = extname(starting);
  const isTranslated = ending === ".js";
  const execArgv = isTranslated ? [] : ["--import", createRequire(starting).resolve("tsx")];
  return new Worker(join(dirname(starting), `${name}${ending}`), { ...options, execArgv });
}
