// Cuts a long text into leaves, none of them too large to stand on one small page: between blocks
// where it can, else inside the block, whose marks are then closed and opened again. Pictures are left
// out, and so is what only a style sheet has a use for.

import { withLineBreaks } from "./line-breaks.ts";
import { linkSlot } from "./link-slots.ts";
import type { SafeHtml } from "./safe-html.ts";
import type { TextPart } from "./story-text.ts";

/** Bytes of the largest leaf: on a page of 14 KB there is room for a headline and notes beside it. */
const LARGEST_LEAF = 10_000;

/** What the address that fills a link slot is counted as; few are longer. */
const ADDRESS_BYTES = 100;

/** A text is parted the same way each time. */
export function leavesOf(parts: readonly TextPart[]): readonly SafeHtml[] {
  const html = parts.map((part) => (part.kind === "html" ? forAnyScreen(part.html) : "")).join("");
  if (sizeOfHtml(html) <= LARGEST_LEAF) return html === "" ? [] : [html as SafeHtml];
  return inGroups(treeOf(html), LARGEST_LEAF).map((leaf) => leaf.map(print).join("") as SafeHtml);
}

/** Bytes, with room for the addresses that links will have. */
export function sizeOfHtml(html: string): number {
  return Buffer.byteLength(html) + html.split(SLOT_BEGINS).length * ADDRESS_BYTES - ADDRESS_BYTES;
}

const SLOT_BEGINS = linkSlot(0).slice(0, 2);

function forAnyScreen(html: string): string {
  return withLineBreaks(withoutLooks(html));
}

/**
 * Our own HTML has no quotation mark but around the value of an attribute. Each is read to its end, or
 * a title that ends in ` class=` would begin another.
 */
function withoutLooks(html: string): string {
  // Most texts have no looks (code has a `tabindex`), and to read all their attributes takes long.
  if (!html.includes(' class="') && !html.includes(' tabindex="')) return html;
  return html
    .replaceAll(/ ([a-z-]+)="[^"]*"/g, (attribute, name: string) =>
      LOOKS.has(name) ? "" : attribute,
    )
    .replaceAll(
      /<pre>(<code>[^]*?<\/code>)<\/pre>/g,
      (_, code: string) => `<p>${inLines(code)}</p>`,
    );
}

const LOOKS: ReadonlySet<string> = new Set(["class", "tabindex"]);

/** Code in lines that may be broken: nothing else keeps a wide one from widening a small screen. */
function inLines(code: string): string {
  return code
    .replace(/\n<\/code>$/, "</code>")
    .replaceAll(/(?<=^|<code>) +/gm, (indent) => "\u00A0".repeat(indent.length))
    .replaceAll("\n", "<br>");
}

/** Words or a tag that stands alone, or an element. */
type Node = string | Element;

interface Element {
  readonly open: string;
  readonly close: string;
  readonly children: readonly Node[];
}

/** Our own HTML: balanced, and no attribute holds a `>`. */
function treeOf(html: string): readonly Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const piece of html.split(/(<[^>]*>)/)) {
    const name = /^<([a-z][a-z0-9]*)/.exec(piece)?.[1];
    if (piece.startsWith("</")) open.pop();
    else if (name === undefined || VOID.has(name)) open.at(-1)?.push(piece);
    else {
      const children: Node[] = [];
      open.at(-1)?.push({ open: piece, close: `</${name}>`, children });
      open.push(children);
    }
  }
  return root;
}

const VOID: ReadonlySet<string> = new Set(["br", "hr", "wbr"]);

function print(node: Node): string {
  return typeof node === "string"
    ? node
    : node.open + node.children.map(print).join("") + node.close;
}

/** Nodes in their order, as many in each group as there is room for. */
function inGroups(nodes: readonly Node[], room: number): readonly (readonly Node[])[] {
  const groups: Node[][] = [];
  let left = 0;
  for (const node of nodes.flatMap((one) => small(one, room))) {
    const size = sizeOfHtml(print(node));
    if (size > left) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)?.push(node);
    left -= size;
  }
  return groups;
}

/** A node that is too large for any group, as several. */
function small(node: Node, room: number): readonly Node[] {
  if (sizeOfHtml(print(node)) <= room) return [node];
  if (typeof node === "string") return cutWords(node, room);
  const inside = room - Buffer.byteLength(node.open) - node.close.length - MARGIN;
  // Said again on each page, a tag with an endless address or name would leave no room for words.
  if (inside < room / 2) return node.children.flatMap((child) => small(child, room));
  let items = 0;
  return inGroups(node.children, inside).map((children, index) => {
    const open = index === 0 ? node.open : openAgain(node.open, items);
    items += children.filter((child) => typeof child !== "string").length;
    return { ...node, open, children };
  });
}

/** For the number at which a list goes on. */
const MARGIN = 20;

/** A name stands once, and a list goes on with the number after those of its `items` so far. */
function openAgain(open: string, items: number): string {
  const start = Number(/ start="(\d+)"/.exec(open)?.[1] ?? 1) + items;
  const bare = open.replaceAll(/ (?:id|start)="[^"]*"/g, "");
  return bare.replace(/^<ol/, `<ol start="${start}"`);
}

/** No character takes more than three bytes for each of its units. */
function cutWords(words: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let rest = words;
  while (Buffer.byteLength(rest) > room) {
    const end = endOfWords(rest.slice(0, Math.floor(room / 3)));
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** Behind the last space or stop; where there is none, not within a character. */
function endOfWords(words: string): number {
  const last = Math.max(...[" ", "\n", "。", "、"].map((stop) => words.lastIndexOf(stop)));
  return last > 0 ? last + 1 : words.replace(/(?:&[a-z0-9#]*|[\uD800-\uDBFF])$/i, "").length;
}
