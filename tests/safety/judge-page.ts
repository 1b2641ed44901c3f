// A stranger's judgement of a finished page: parsed by the rules of browsers, does it hold anything
// that our layouts never print? A list of what is allowed, since nobody has a list of what is not.

import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const ELEMENTS = words(
  "html head meta title link script body header nav main footer article section aside div span p br wbr " +
    "b hr h1 h2 h3 h4 h5 h6 a ul ol li dl dt dd em strong s sup code pre blockquote bdi figure figcaption " +
    "picture source img time small table thead tbody tr th td",
);

const ATTRIBUTES = words(
  "id class lang dir title name property content charset http-equiv rel type as crossorigin sizes " +
    "width height alt loading fetchpriority decoding datetime scope start value tabindex role " +
    "aria-label aria-labelledby aria-current aria-hidden aria-describedby",
);

const ORIGIN = "https://news.example.org/";
const ADDRESS = /^(?:https?:\/\/[^/\\]|mailto:|tel:|\/(?![/\\])|#)/;

/** Everything on the page that is not on the lists above. */
export function faultsOfPage(html: string): string[] {
  return parse(html).childNodes.flatMap(judge);
}

function judge(node: Node): string[] {
  if (node.nodeName === "#documentType") return [];
  if ("value" in node) {
    return /[^\t\n\P{Cc}]|\p{Surrogate}/u.test(node.value) ? ["a control in the text"] : [];
  }
  if (!("tagName" in node)) return [node.nodeName];
  return [
    ...(ELEMENTS.has(node.tagName) ? [] : [`<${node.tagName}>`]),
    ...node.attrs.filter((attribute) => !isAllowed(node, attribute)).map(written(node)),
    ...(node.tagName === "script" ? judgeScript(node) : node.childNodes.flatMap(judge)),
  ];
}

type Attribute = Element["attrs"][number];

const written =
  ({ tagName }: Element) =>
  ({ name, value }: Attribute) =>
    `<${tagName} ${name}="${value}">`;

function isAllowed(element: Element, { name, value }: Attribute): boolean {
  if (/[^\t\n\P{Cc}]/u.test(value)) return false;
  if (name === "src" || name === "srcset") return isOwn(element.tagName, value);
  if (name === "href") return element.tagName === "link" ? isSite(value) : ADDRESS.test(value);
  if (name === "http-equiv") return isPolicyOrWayOn(element, value);
  if (name === "media") return element.tagName === "meta" && SCHEME.test(value);
  return ATTRIBUTES.has(name);
}

/** The colour of the browser's frame, by day and by night. */
const SCHEME = /^\(prefers-color-scheme: (?:light|dark)\)$/;

/** Pictures come from the site itself. */
function isOwn(tag: string, value: string): boolean {
  if (tag !== "img" && tag !== "source") return false;
  return value.split(", ").every((candidate) => /^\/(?![/\\])[^\s]+(?: \d+w)?$/.test(candidate));
}

function isSite(value: string): boolean {
  return value.startsWith(ORIGIN) || /^\/(?![/\\])/.test(value);
}

function isPolicyOrWayOn({ attrs }: Element, value: string): boolean {
  const content = attrs.find(({ name }) => name === "content")?.value ?? "";
  if (value === "Content-Security-Policy") return !content.includes("unsafe");
  return value === "refresh" && /^0; url=\/(?![/\\])[^\s;"'<>]*$/.test(content);
}

/** The one script a page has is data: JSON, whole, and nothing a parser of HTML could see in it. */
function judgeScript({ attrs, childNodes }: Element): string[] {
  const text = childNodes.map((child) => ("value" in child ? child.value : "")).join("");
  const isData = attrs.length === 1 && attrs[0]?.value === "application/ld+json";
  if (!isData) return ["a script that is not data"];
  if (/[<>&\u2028\u2029]/.test(text)) return ["a mark of HTML in JSON-LD"];
  try {
    JSON.parse(text);
    return [];
  } catch {
    return ["JSON-LD that is no JSON"];
  }
}
