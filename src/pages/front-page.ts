// The front page: the story that the newsroom has chosen leads, or the newest; four stand beside it,
// and the rest of the newest run by section. No story stands there twice.

import type { Story } from "../news/newspaper.ts";
import { FRONT_SLOTS } from "../source/front-schema.ts";
import { headFor } from "./head/head-for.ts";
import type { Json } from "./head/json-ld.ts";
import { publisherId, publisherObject } from "./head/publisher.ts";
import type { FrontProps, PlannedPage, River } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedPage } from "./planned-page.ts";
import { sheetFor } from "./sheet.ts";
import { teaserOf } from "./teaser.ts";
import { hrefTo } from "./urls.ts";

const RIVER_LENGTH = 5;

export function frontPage(desk: PageDesk): PlannedPage<FrontProps> {
  return plannedPage({ kind: "front", address: "/", origin: "the front page" }, props(desk));
}

function props(desk: PageDesk): FrontProps {
  const { site, now } = desk.paper;
  const { lead, seconds } = headOf(desk);
  const shown = new Set([...(lead ? [lead] : []), ...seconds]);
  return {
    kind: "front",
    ...sheetFor(desk, {
      head: headFor(desk, {
        ...(site.description !== undefined && { description: site.description }),
        address: "/",
        language: site.language,
        type: "website",
        feeds: { address: "/" },
        graph: [webSite(desk), publisherObject(desk)],
      }),
      address: "/",
      edition: now,
    }),
    ...(lead && { lead: teaserOf(lead, desk, { picture: roleOfLead(lead), kicker: "section" }) }),
    seconds: seconds.map((story) =>
      teaserOf(story, desk, { picture: "teaser", kicker: "section" }),
    ),
    rivers: riversOf(desk, shown),
  };
}

/** Every list has copies of a picture; more cannot be made of one that has been replaced. */
function roleOfLead({ picture }: Story): "front-lead" | "list-lead" {
  return picture?.file.isReplaced ? "list-lead" : "front-lead";
}

interface FrontHead {
  readonly lead?: Story;
  readonly seconds: readonly Story[];
}

/** Chosen stories first, and the newest of the others where a place is left. */
function headOf({ paper: { stories, front }, index }: PageDesk): FrontHead {
  const chosen = front.slots.flatMap((id) => index.byId.get(id) ?? []);
  const chosenLead = front.lead === undefined ? undefined : index.byId.get(front.lead);
  const taken = new Set([...(chosenLead ? [chosenLead] : []), ...chosen]);
  const newest = stories
    .slice(0, 1 + FRONT_SLOTS + taken.size)
    .filter((story) => !taken.has(story));
  const lead = chosenLead ?? newest.shift() ?? chosen[0];
  const seconds = [...new Set([...chosen, ...newest])].filter((story) => story !== lead);
  return { ...(lead && { lead }), seconds: seconds.slice(0, FRONT_SLOTS) };
}

function riversOf(desk: PageDesk, shown: ReadonlySet<Story>): readonly River[] {
  const { site, sections } = desk.paper;
  return sections.flatMap(({ slug, title, address }) => {
    const rest = (desk.index.bySection.get(slug) ?? [])
      .slice(0, RIVER_LENGTH + shown.size)
      .filter((story) => !shown.has(story))
      .slice(0, RIVER_LENGTH);
    if (rest.length === 0) return [];
    const teasers = rest.map((story) =>
      teaserOf(story, desk, { picture: "teaser", kicker: "own" }),
    );
    return [{ title, url: hrefTo(site, address), teasers }];
  });
}

/** Search engines take the site's name from here. */
function webSite({ paper: { site } }: PageDesk): { readonly [key: string]: Json } {
  return {
    "@type": "WebSite",
    "@id": `${site.url}#website`,
    url: site.url,
    name: site.title,
    ...(site.description !== undefined && { description: site.description }),
    inLanguage: site.language,
    publisher: { "@id": publisherId(site) },
  };
}
