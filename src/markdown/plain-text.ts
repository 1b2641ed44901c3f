// A text without its markup: for search, descriptions, counting and the text edition.

import type { Token } from "markdown-it";

/**
 * Paragraphs, headings, list items, quotations, code and rows of tables (cells parted by tabs), parted
 * by blank lines; footnotes last.
 */
export function plainText(tokens: readonly Token[]): string {
  return textOf(tokens, inlineText);
}

/** The same for readers who have nothing to press: what an embed leads to is named by its address, too. */
export function plainTextWithAddresses(tokens: readonly Token[]): string {
  return textOf(tokens, (token, opener) =>
    opener?.type === "embed_caption_open" ? nameAndAddress(token) : inlineText(token),
  );
}

function textOf(
  tokens: readonly Token[],
  wordsOf: (token: Token, opener: Token | undefined) => string,
): string {
  const blocks: string[] = [];
  let row: string[] | undefined;
  let number = "";
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") row = [];
    else if (token.type === "list_item_open" && token.info)
      number = `${token.info}${token.markup} `;
    else if (token.type === "fence") blocks.push(token.content.trimEnd());
    else if (token.type === "inline") {
      (row ?? blocks).push(number + wordsOf(token, tokens[index - 1]));
      number = "";
    } else if (token.type === "tr_close") {
      blocks.push((row ?? []).join("\t"));
      row = undefined;
    }
  }
  return blocks.filter((block) => block.trim() !== "").join("\n\n");
}

/** An embed without a name is called by its address already. */
function nameAndAddress(token: Token): string {
  const name = inlineText(token);
  const link = token.children?.find(({ type }) => type === "link_open");
  const address = String(link?.attrGet("href") ?? "");
  return address.endsWith(`//${name}`) ? address : `${name} ${address}`;
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
