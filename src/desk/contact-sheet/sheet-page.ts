// The page of the contact sheet. It runs from a folder, with neither script nor style of its own.

import { type ComponentChild, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { graphemesOf, kilobytes, LIMITS, lengthOf } from "../../verify/check/desk-limits.ts";
import type { FeedEntry, ShownElsewhere } from "../../verify/check/shown-elsewhere.ts";

/** One story on the sheet. */
export interface SheetStory extends ShownElsewhere {
  readonly feed: FeedEntry | undefined;
  /** The share card beside the page; undefined where there is none. */
  readonly card: { readonly file: string; readonly bytes: number } | undefined;
}

export const STYLE_FILE = "contact-sheet.css";

/** @param paper the paper's title */
export function sheetPage(stories: readonly SheetStory[], paper: string): string {
  const page = h(
    "html",
    { lang: "en", dir: "ltr" },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", {}, `Contact sheet – ${paper}`),
      h("meta", { name: "robots", content: "noindex" }),
      h("link", { rel: "stylesheet", href: STYLE_FILE }),
    ),
    h("body", {}, h("h1", {}, "Contact sheet"), intro(stories, paper), stories.map(storyOf)),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function intro({ length }: readonly SheetStory[], paper: string) {
  return h(
    "p",
    { class: "intro" },
    `The ${length} newest ${length === 1 ? "story" : "stories"} of ${paper}, as others show them. What is `,
    h("mark", {}, "marked"),
    " goes beyond a limit, and will probably be cut.",
  );
}

function storyOf(story: SheetStory) {
  return h(
    "article",
    { class: "story" },
    h(
      "header",
      {},
      h("h2", {}, h("a", { href: story.url }, h("bdi", { lang: story.language }, story.headline))),
      h("p", { class: "where" }, story.output),
    ),
    h("div", { class: "frames" }, searchFrame(story), shareFrame(story), feedFrame(story)),
  );
}

function frame(name: string, looks: ComponentChild, limits: readonly Measure[]) {
  return h(
    "section",
    { class: "frame" },
    h("h3", {}, name),
    h("div", { class: "looks" }, looks),
    h("ul", { class: "limits" }, limits.map(measureLine)),
  );
}

function searchFrame({ url, search, language }: SheetStory) {
  const { host, pathname } = new URL(url);
  const steps = decodeURI(pathname).split("/").filter(Boolean);
  return frame(
    "Search result",
    [
      h("p", { class: "search-address" }, [host, ...steps].join(" › ")),
      h("p", { class: "search-title", lang: language }, upTo(search.title, LIMITS.searchTitle)),
      h("p", { lang: language }, upTo(search.description, LIMITS.searchDescription)),
    ],
    [
      { name: "Title", length: lengthOf(search.title), limit: LIMITS.searchTitle },
      {
        name: "Description",
        length: lengthOf(search.description),
        limit: LIMITS.searchDescription,
      },
    ],
  );
}

function shareFrame({ url, share, card, language }: SheetStory) {
  return frame(
    "Social card",
    [
      card
        ? h("img", { src: card.file, alt: share.alt, width: 1200, height: 630, loading: "lazy" })
        : h("p", { class: "lack" }, "There is no picture."),
      h("p", { class: "share-host" }, new URL(url).host),
      h("p", { class: "share-title", lang: language }, upTo(share.title, LIMITS.shareTitle)),
      h("p", { lang: language }, upTo(share.description, LIMITS.shareDescription)),
    ],
    [
      { name: "Title (X)", length: lengthOf(share.title), limit: LIMITS.shareTitle },
      { name: "Title (Facebook)", length: lengthOf(share.title), limit: LIMITS.shareTitleFacebook },
      {
        name: "Description (X)",
        length: lengthOf(share.description),
        limit: LIMITS.shareDescription,
      },
      { name: "Picture described (X)", length: lengthOf(share.alt), limit: LIMITS.shareAlt },
      ...(card
        ? [
            {
              name: "Picture (WhatsApp)",
              length: card.bytes,
              limit: LIMITS.shareCard,
              unit: kilobytes,
            },
          ]
        : []),
    ],
  );
}

function feedFrame({ feed, language }: SheetStory) {
  if (!feed) return frame("Feed entry", h("p", { class: "lack" }, "Not in the paper’s feed."), []);
  return frame(
    "Feed entry",
    [
      h("p", { class: "feed-title", lang: language }, upTo(feed.title, LIMITS.headline)),
      h("p", { class: "feed-date" }, h("time", { datetime: feed.published }, feed.published)),
      h("p", { lang: language }, feed.summary),
    ],
    [{ name: "Headline", length: lengthOf(feed.title), limit: LIMITS.headline }],
  );
}

interface Measure {
  readonly name: string;
  readonly length: number;
  readonly limit: number;
  /** How lengths are written. Default: the number of characters. */
  readonly unit?: (length: number) => string;
}

function measureLine({ name, length, limit, unit = String }: Measure) {
  const isBroken = length > limit;
  return h(
    "li",
    { class: isBroken ? "broken" : "kept" },
    `${name}: ${unit(length)} of ${unit(limit)}${isBroken ? ", too much" : ""}`,
  );
}

/** The text, with what goes beyond the limit marked. */
function upTo(text: string, limit: number): ComponentChild {
  if (lengthOf(text) <= limit) return h("bdi", {}, text);
  const characters = graphemesOf(text);
  return h(
    "bdi",
    {},
    characters.slice(0, limit).join(""),
    h("mark", {}, characters.slice(limit).join("")),
  );
}
