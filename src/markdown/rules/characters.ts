// The last look at the words before they are printed. Entities such as `&#12;` can bring forbidden
// characters back; and marks of direction that a writer opens must not turn round what follows.

import type { StateCore, Token } from "markdown-it";
import { dropForbidden } from "../../source/forbidden-characters.ts";
import { inlineBlocks } from "../inline-blocks.ts";

/** Embeddings and overrides U+202A–E, isolates U+2066–9, and the invisible tags. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** Tags are only seen as the end of a flag: 🏴 and letters, closed by U+E007F. */
const FLAGS = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

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
  const { closers, isBalanced } = balance(children.map(({ content }) => content).join(""));
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

/** What `text` leaves open, as the marks that close it (Unicode Annex 9, BD8–BD13, simplified). */
function balance(text: string): { closers: string; isBalanced: boolean } {
  const open: string[] = [];
  let isBalanced = true;
  for (const character of text.replace(FLAGS, "")) {
    if (!DIRECTIONS.test(character)) continue;
    if (/[\u202A\u202B\u202D\u202E]/.test(character)) open.push("\u202C");
    else if (/[\u2066-\u2068]/.test(character)) open.push("\u2069");
    else if (open.at(-1) === character) open.pop();
    else isBalanced = false;
  }
  return { closers: open.reverse().join(""), isBalanced: isBalanced && open.length === 0 };
}
