// A page as a tree, read the way a browser reads it, and the few questions we have about it.

import { type DefaultTreeAdapterTypes, parse } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Every element of a page, in the order in which they begin. */
export function readTree(html: string): readonly Element[] {
  return [...elementsIn(parse(html))];
}

/** Every element within another, itself not included. */
export function* elementsIn(parent: ParentNode): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Whether it carries the class. */
export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

/** The words in it, white space folded; `isLeftOut` names elements whose words do not count. */
export function wordsIn(node: Node, isLeftOut: (element: Element) => boolean = () => false) {
  return textIn(node, isLeftOut).replaceAll(/\s+/g, " ").trim();
}

function textIn(node: Node, isLeftOut: (element: Element) => boolean): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node) || ("tagName" in node && isLeftOut(node))) return "";
  return node.childNodes.map((child) => textIn(child, isLeftOut)).join("");
}
