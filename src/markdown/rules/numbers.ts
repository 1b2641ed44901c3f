// Numbers at the start of a line. CommonMark makes a list of "31. Mai 2019" and of "1. FC Köln", and
// counts on from its first number whatever the others say. A newspaper prints what was written.

import type { StateCore, Token } from "markdown-it";

interface Item {
  readonly open: Token;
  /** The number as written. */
  readonly number: number;
}

/** Keeps the numbers of ordered lists as written; a lone numbered paragraph is no list. */
export function numbers(state: StateCore): void {
  const lists: Item[][] = [];
  const loners = new Set<Token>();
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "ordered_list_open") {
      lists.push([]);
      if (isLoneParagraph(state.tokens, index)) setAsParagraph(state.tokens, index, loners);
    } else if (token.type === "list_item_open" && token.info !== "") {
      lists.at(-1)?.push({ open: token, number: Number(token.info) });
    } else if (token.type === "ordered_list_close") {
      keepNumbers(lists.pop() ?? []);
    }
  }
  if (loners.size > 0) state.tokens = state.tokens.filter((token) => !loners.has(token));
}

/** `ol`, `li`, `p`, words, and three ends, at the top of the text: one paragraph, nothing else. */
function isLoneParagraph(tokens: readonly Token[], index: number): boolean {
  return (
    tokens[index]?.level === 0 &&
    tokens[index + 2]?.type === "paragraph_open" &&
    tokens[index + 5]?.type === "list_item_close" &&
    tokens[index + 6]?.type === "ordered_list_close"
  );
}

function setAsParagraph(tokens: readonly Token[], index: number, loners: Set<Token>): void {
  const [list, item, open, words, close, itemEnd, listEnd] = tokens.slice(index, index + 7);
  if (!list || !item || !open || !words || !close || !itemEnd || !listEnd) return;
  words.content = `${item.info}${item.markup} ${words.content}`;
  for (const [depth, token] of [open, words, close].entries()) {
    token.hidden = false;
    token.level = depth === 1 ? 1 : 0;
  }
  for (const token of [list, item, itemEnd, listEnd]) loners.add(token);
}

/** "1. 1. 1." asks for counting; anything else that does not count up by one says what it means. */
function keepNumbers(items: readonly Item[]): void {
  const first = items[0]?.number;
  if (items.every(({ number }) => number === first)) return;
  for (const [index, { open, number }] of items.entries()) {
    const before = items[index - 1];
    if (before && number !== before.number + 1) open.attrSet("value", number);
  }
}
