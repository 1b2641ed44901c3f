// Feeds, sitemaps, twins and the data in pages: each can be read by a program.

import type { OpenRule } from "../rule.ts";
import type { PublishedPaper } from "../published-paper.ts";

export function machineFiles({ machineFiles }: PublishedPaper): OpenRule {
  return {
    *look({ output, graph }) {
      if (graph === undefined)
        yield {
          weight: "fault",
          output,
          message: "The page’s data for machines (JSON-LD) are no JSON, so nobody reads them.",
          cure: "They come whole from src/pages/head/; look at what layouts/ make of them.",
        };
    },
    *close() {
      for (const { file, reason } of machineFiles.unreadable)
        yield {
          weight: "fault",
          output: file,
          message: `No program can read this file: ${reason}.`,
        };
    },
  };
}
