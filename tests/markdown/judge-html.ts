// A stranger's judgement of our HTML: parsed by the rules of browsers, does it hold anything that a
// story may not hold?

import { parseFragment, serialize, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const TEXT = ["p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "bdi", "sup"];
const PARTS = ["ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "aside"];
const TABLES = ["table", "thead", "tbody", "tr", "th", "td", "section", "a"];
const ELEMENTS = new Set([...TEXT, ...PARTS, ...TABLES]);

const ATTRIBUTES = new Set(["id", "class", "title", "start", "value", "scope", "rel", "role"]);
const MORE_ATTRIBUTES = new Set(["tabindex", "aria-label", "aria-labelledby"]);

const EDGE = "\u0001";
const ADDRESS = new RegExp(`^(?:https?://|mailto:|tel:|#|${EDGE}L\\d+${EDGE}$)`, "i");

/** Everything in `html` that is not on the lists above; link slots count as addresses. */
export function faultsOf(html: string): string[] {
  return parseFragment(html).childNodes.flatMap(judge);
}

/** Whether a browser builds just what is written: every element closed, none moved elsewhere. */
export function isStable(html: string): boolean {
  return plainQuotes(serialize(parseFragment(html))) === plainQuotes(html);
}

/** The same HTML with characters written the same way that may be written in two. */
function plainQuotes(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&nbsp;", "\u00A0").replaceAll("&gt;", ">");
}

/** The text a reader sees. */
export function visibleText(html: string): string {
  return textOf(parseFragment(html));
}

function judge(node: Node): string[] {
  if (node.nodeName === "#text") {
    return "value" in node && /[^\t\n\P{Cc}]/u.test(node.value) ? ["a control in the text"] : [];
  }
  if (!("tagName" in node)) return [node.nodeName];
  const faults = ELEMENTS.has(node.tagName) ? [] : [`<${node.tagName}>`];
  for (const { name, value } of node.attrs) {
    if (name === "href" && node.tagName === "a" && ADDRESS.test(value)) continue;
    if (ATTRIBUTES.has(name) || MORE_ATTRIBUTES.has(name)) continue;
    faults.push(`<${node.tagName} ${name}="${value}">`);
  }
  for (const child of node.childNodes) faults.push(...judge(child));
  return faults;
}

function textOf(node: Node | DefaultTreeAdapterTypes.DocumentFragment): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
