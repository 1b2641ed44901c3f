// A stranger's judgement of our HTML: parsed by the rules of browsers, does it hold anything that a
// story may not hold?

import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const TEXT = ["p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "bdi", "sup"];
const PARTS = ["ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "aside"];
const TABLES = ["div", "table", "thead", "tbody", "tr", "th", "td", "section", "a"];
const ELEMENTS = new Set([...TEXT, ...PARTS, ...TABLES]);

const ATTRIBUTES = new Set(["id", "class", "title", "start", "value", "scope", "rel", "role"]);
const MORE_ATTRIBUTES = new Set(["tabindex", "aria-label", "aria-labelledby"]);

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|#|\u0001L\d+\u0001$)/i;

/** Everything in `html` that is not on the lists above; link slots count as addresses. */
export function faultsOf(html: string): string[] {
  return parseFragment(html).childNodes.flatMap(judge);
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
