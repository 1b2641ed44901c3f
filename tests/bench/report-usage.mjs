// Loaded into a process of Node before its own work, where the system keeps no account of processes
// that could be read from outside: writes down at the end what the process has used.

import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const report = process.env["BENCH_USAGE_REPORT"];
if (report && isMainThread) {
  process.once("exit", () => writeFileSync(report, JSON.stringify(process.resourceUsage())));
}
