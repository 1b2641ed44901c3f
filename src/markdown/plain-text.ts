// A text without its markup: for search, descriptions, counting and the text edition.

import type { Token } from "markdown-it";

/**
 * Paragraphs, headings, list items, quotations, code and rows of tables (cells parted by tabs), parted
 * by blank lines; footnotes last.
 */
export function plainText(tokens: readonly Token[]): string {
  const blocks: string[] = [];
  let row: string[] | undefined;
  let number = "";
  for (const token of tokens) {
    if (token.type === "tr_open") row = [];
    else if (token.type === "list_item_open" && token.info)
      number = `${token.info}${token.markup} `;
    else if (token.type === "fence") blocks.push(token.content.trimEnd());
    else if (token.type === "inline") {
      (row ?? blocks).push(number + inlineText(token));
      number = "";
    } else if (token.type === "tr_close") {
      blocks.push((row ?? []).join("\t"));
      row = undefined;
    }
  }
  return blocks.filter((block) => block.trim() !== "").join("\n\n");
}

/** The words of one block; line breaks stay line breaks. */
export function inlineText({ children }: Token): string {
  let text = "";
  for (const { type, content } of children ?? []) {
    if (type === "text" || type === "code_inline") text += content;
    else if (type === "softbreak" || type === "hardbreak") text += "\n";
  }
  return text;
}
