// Pages that are not stories: about, contact, policies; the page for what is not found; and the
// notices that stand where a story used to be.

import type { GoneStory, KilledStory, PlainPage } from "../news/newspaper.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { headFor } from "./head/head-for.ts";
import { publisherId, publisherObject } from "./head/publisher.ts";
import { noteOf } from "./labels.ts";
import type { NotFoundProps, NoticeProps, PlainProps, PlannedPage } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedPage } from "./planned-page.ts";
import { openingOf, printedText } from "./printed-text.ts";
import { sheetFor } from "./sheet.ts";
import { teaserOf } from "./teaser.ts";
import { absoluteUrl } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

export function plainPage(page: PlainPage, desk: PageDesk): PlannedPage<PlainProps> {
  const { site } = desk.paper;
  const { title, address, file, text } = page;
  const url = absoluteUrl(site, address);
  const head = headFor(desk, {
    title,
    description: page.description ?? openingOf(text),
    address,
    language: site.language,
    type: "website",
    graph: [
      {
        "@type": "WebPage",
        "@id": url,
        url,
        name: title,
        inLanguage: site.language,
        publisher: { "@id": publisherId(site) },
      },
      publisherObject(desk),
      breadcrumb(site, [{ name: title, address }]),
    ],
  });
  return plannedPage(
    { kind: "plain", address, origin: file, shows: [] },
    {
      kind: "plain",
      ...sheetFor(desk, { head, address }),
      title,
      text: printedText(text, desk),
    },
  );
}

/** Killed: the address stays and says when and why, but not what. */
export function killedPage(story: KilledStory, desk: PageDesk): PlannedPage<NoticeProps> {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  return noticePage(story, desk, {
    title: words.killedTitle,
    message: words.killedMessage,
    note: noteOf(story.notice, words, site.language, site.timezone),
  });
}

/** Withdrawn or expired: the address says that something is gone, and not a word more. */
export function gonePage(story: GoneStory, desk: PageDesk): PlannedPage<NoticeProps> {
  const words = wordsFor(desk.paper.site.language);
  return noticePage(story, desk, { title: words.goneTitle, message: words.goneMessage });
}

function noticePage(
  { address, file }: GoneStory,
  desk: PageDesk,
  notice: Pick<NoticeProps, "title" | "message" | "note">,
): PlannedPage<NoticeProps> {
  const { language } = desk.paper.site;
  const head = headFor(desk, { title: notice.title, noindex: true, language, type: "website" });
  const place = { kind: "notice", address, origin: file, shows: [] } as const;
  return plannedPage(place, { kind: "notice", ...sheetFor(desk, { head, address }), ...notice });
}

const LATEST = 4;

/** What a server shows for an address that does not exist. */
export function notFoundPage(desk: PageDesk): PlannedPage<NotFoundProps> {
  const { site, stories } = desk.paper;
  const words = wordsFor(site.language);
  const address = "/404.html";
  const title = words.notFoundTitle;
  const head = headFor(desk, { title, noindex: true, language: site.language, type: "website" });
  const place = { kind: "not-found", address, origin: "the page for what is not found" } as const;
  return plannedPage(place, {
    kind: "not-found",
    ...sheetFor(desk, { head, address }),
    title,
    message: words.notFoundMessage,
    latest: stories
      .slice(0, LATEST)
      .map((story) => teaserOf(story, desk, { picture: "none", kicker: "section" })),
  });
}
