// markdown-it forgets where in its block an inline token began. A writer wants to know, so this
// keeps the parser's position at the moment a token is made.

import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { readingOf } from "./reading.ts";

const RECORDED = new Set(["link_open", "picture", "broken_picture"]);

/** Has a parser note the offsets of links and pictures in `Reading.offsets`. */
export function recordOffsets(md: MarkdownIt): void {
  const State = md.inline.State;
  md.inline.State = class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      if (RECORDED.has(type)) readingOf(this.env).offsets.set(token, beginning(this, type));
      return token;
    }
  };
}

/** When a link is made, the parser stands behind `[`, or on the colon of a bare `https://`. */
function beginning({ src, pos, posMax }: StateInline, type: string): number {
  if (type !== "link_open") return pos;
  if (src[pos - 1] === "[" && src[posMax] === "]") return pos - 1;
  if (src.startsWith("://", pos)) return pos - (src[pos - 1]?.toLowerCase() === "s" ? 5 : 4);
  return pos;
}
