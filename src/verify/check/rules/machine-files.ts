// Feeds, sitemaps and the data in pages: each can be read by a program, and names only what is there.

import { quote } from "../../../problems/quote.ts";
import type { OpenRule } from "../rule.ts";
import type { PublishedPaper } from "../published-paper.ts";
import { targetOf } from "../site-address.ts";

export function machineFiles({ machineFiles, site, outputs }: PublishedPaper): OpenRule {
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
      for (const { file, url } of machineFiles.mentions) {
        const target = targetOf(url, site, site)?.output;
        if (target === undefined || !outputs.has(target))
          yield {
            weight: "fault",
            output: file,
            message: `The file names ${quote(url)}, which is not in the paper.`,
          };
      }
    },
  };
}
