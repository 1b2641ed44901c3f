// The running words of each block. Most blocks hold nothing that could begin a mark of Markdown: these
// are one run of text, and are not sent through the parser of such marks to find that out.

import type { StateCore } from "markdown-it";
import { PlainToken } from "../plain-tokens.ts";

/**
 * Where markdown-it's own rule for plain text stops, which makes way for every other. A block without
 * one of these is text from end to end; a property test holds the two together.
 */
const MARK = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/;

/** Takes the place of markdown-it's rule `inline`. */
export function runningWords({ tokens, md, env }: StateCore): void {
  for (const { type, content, children } of tokens) {
    if (type !== "inline" || !children) continue;
    if (MARK.test(content)) md.inline.parse(content, md, env, children);
    else if (content !== "") {
      const words = new PlainToken("text", "", 0);
      words.content = content;
      children.push(words);
    }
  }
}
