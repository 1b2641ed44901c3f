// JSX as strings. Preact builds a tree of every page and then walks it, so that it could be drawn
// again in a browser; nobody draws ours again. Bound layouts (`bind-layouts.ts`) find this in Preact's
// place: an element is a string as soon as it is made, which takes a third of the time. It does what
// Preact does for functions, elements, texts and attributes as HTML spells them, to the same bytes
// (`tests/render/set-in-strings.test.ts`), and refuses everything else, which is then left to Preact.

import { remember } from "../pages/remember.ts";

/** Finished HTML; every other string is text, and escaped when it is put into an element. */
class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;

/**
 * One element: what the translator writes for `<p class="small">…</p>` or `<Byline … />`.
 * @param type name of an HTML element, or a component, which is asked at once
 * @throws where only Preact knows what to do
 */
export function jsx(type: string | Component, props: Props): unknown {
  if (typeof type === "string") return elementOf(type, props);
  const { prototype } = type as { readonly prototype?: { readonly render?: unknown } };
  if (prototype?.render !== undefined) throw new Error("A component that is a class.");
  return type(props);
}

export { jsx as jsxs };

/** `<>…</>`. */
export function Fragment({ children }: Props): unknown {
  return children;
}

/** A whole document as HTML. */
export function render(document: unknown): string {
  return htmlOf(document);
}

export { render as renderToString };

function elementOf(name: string, props: Props): Markup {
  const tag = tagOf(name);
  let opening = tag.opening;
  for (const key in props) if (key !== "children") opening += attributeOf(key, props[key]);
  const content = rawHtmlOf(props["dangerouslySetInnerHTML"]) || htmlOf(props["children"]);
  if (content === "" && tag.isVoid) return new Markup(`${opening}/>`);
  return new Markup(`${opening}>${content}${tag.closing}`);
}

/** With a space before it; nothing for what is not said. */
function attributeOf(name: string, given: unknown): string {
  if (name === RAW || given === undefined || given === null) return "";
  const attribute = attributeNamed(name);
  // In `aria-current="true"` the word is the value.
  const value = attribute.isWord && typeof given === "boolean" ? String(given) : given;
  if (value === false) return "";
  if (value === true || value === "") return attribute.bare;
  if (typeof value === "string") return `${attribute.opening}${escaped(value)}"`;
  if (typeof value === "number") return `${attribute.opening}${value}"`;
  throw new Error(`The attribute ${name} is neither text nor number.`);
}

const RAW = "dangerouslySetInnerHTML";

function rawHtmlOf(raw: unknown): string {
  if (raw === undefined) return "";
  const { __html: html } = raw as { readonly __html: unknown };
  if (typeof html !== "string") throw new Error("Raw HTML that is no text.");
  return html;
}

/** Of whatever may stand between two tags. */
function htmlOf(child: unknown): string {
  if (typeof child === "string") return escaped(child);
  if (child instanceof Markup) return child.html;
  if (child === undefined || child === null || typeof child === "boolean") return "";
  if (typeof child === "number") return String(child);
  if (!Array.isArray(child)) throw new Error("A child that is no element and no text.");
  let html = "";
  for (const one of child) html += htmlOf(one);
  return html;
}

function escaped(text: string): string {
  return /["&<]/.test(text) ? text.replace(/["&<]/g, (sign) => ENTITIES[sign] ?? sign) : text;
}

const ENTITIES: Readonly<Record<string, string>> = { '"': "&quot;", "&": "&amp;", "<": "&lt;" };

interface Tag {
  readonly opening: string;
  readonly closing: string;
  readonly isVoid: boolean;
}

const tagOf = remember((name): Tag => {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || LEFT_TO_PREACT.has(name))
    throw new Error(`An element ${name}.`);
  return { opening: `<${name}`, closing: `</${name}>`, isVoid: VOID.has(name) };
});

/** Preact moves their value, spells their attributes in another way, or knows them as void still. */
const LEFT_TO_PREACT = new Set(["command", "keygen", "option", "select", "svg", "textarea"]);

/** Elements that have no end (HTML, section 13.1.2). */
const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

interface Attribute {
  readonly bare: string;
  readonly opening: string;
  readonly isWord: boolean;
}

const attributeNamed = remember((name): Attribute => {
  // Capitals are Preact's other names for an attribute, `className`; some of them it translates.
  if (!/^[a-z][a-z0-9-]*$/.test(name) || SPECIAL.has(name))
    throw new Error(`An attribute ${name}.`);
  const isWord = name[4] === "-" || name === "draggable" || name === "spellcheck";
  return { bare: ` ${name}`, opening: ` ${name}="`, isWord };
});

const SPECIAL = new Set(["key", "ref", "style"]);
