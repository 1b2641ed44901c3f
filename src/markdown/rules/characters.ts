// The last look at the words before they are printed. Entities such as `&#12;` can bring forbidden
// characters back; and marks of direction that a writer opens must not turn round what follows.

import type { StateCore, Token } from "markdown-it";
import { dropForbidden } from "../../source/forbidden-characters.ts";
import { balanceOf } from "../direction-marks.ts";
import { inlineBlocks } from "../inline-blocks.ts";

/** Where neither of these stands, there is nothing to look for. U+DB40 begins every tag. */
const SUSPECT = /[&\u202A-\u202E\u2066-\u2069\uDB40]/;

/** Cleans all words, and isolates blocks whose marks of direction are not balanced. */
export function characters(state: StateCore): void {
  for (const { token, children } of inlineBlocks(state.tokens)) {
    if (!SUSPECT.test(token.content)) continue;
    for (const child of children) child.content = dropForbidden(child.content);
    token.children = isolated(state, children);
  }
}

/** The words, in a `bdi` and with what they leave open closed, unless they are in order. */
function isolated(state: StateCore, children: Token[]): Token[] {
  const { closers, isBalanced } = balanceOf(children.map(({ content }) => content).join(""));
  if (isBalanced) return children;
  const end = new state.Token("text", "", 0);
  end.content = closers;
  return [
    new state.Token("bdi_open", "bdi", 1),
    ...children,
    end,
    new state.Token("bdi_close", "bdi", -1),
  ];
}
