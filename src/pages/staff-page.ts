// The staff of the paper: people first, then desks and agencies, each with the way to who they are.

import { STAFF_ADDRESS, staffOf } from "../news/staff.ts";
import type { Author, Site } from "../news/newspaper.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { collectionPage } from "./head/collection-page.ts";
import { headFor } from "./head/head-for.ts";
import type { Json } from "./head/json-ld.ts";
import { authorObject } from "./head/news-article.ts";
import { publisherObject } from "./head/publisher.ts";
import { mailTo } from "./mail-to.ts";
import type { Head, PlannedPage, StaffMember, StaffProps } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { sheetFor } from "./sheet.ts";
import { hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** None where the paper lists nobody. */
export function staffPages(desk: PageDesk): readonly PlannedPage<StaffProps>[] {
  if (!desk.paper.hasStaffPage) return [];
  const staff = staffOf(desk.paper);
  const origin = "the staff page";
  const place = { kind: "staff", address: STAFF_ADDRESS, origin, shows: [] } as const;
  const matter = [desk.settings, ...staff.map(memberMatter)];
  return [plannedLater(place, matter, () => props(staff, desk))];
}

/** All that the page and its data for machines say of one. */
function memberMatter({ name, kind, address, role, email, links }: Author): object {
  return { name, kind, address, role, email, links };
}

function props(staff: readonly Author[], desk: PageDesk): StaffProps {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const people = staff.filter(({ kind }) => kind === "person");
  const desks = staff.filter(({ kind }) => kind === "organization");
  return {
    kind: "staff",
    ...sheetFor(desk, { head: headOf(staff, desk), address: STAFF_ADDRESS }),
    title: words.staff,
    people: people.map((author) => memberOf(author, site)),
    desks: desks.map((author) => memberOf(author, site)),
  };
}

function memberOf({ name, address, role, email }: Author, site: Site): StaffMember {
  return {
    author: { label: name, url: hrefTo(site, address) },
    ...(role !== undefined && { role }),
    ...(email !== undefined && { email: mailTo(email) }),
  };
}

function headOf(staff: readonly Author[], desk: PageDesk): Head {
  const { site } = desk.paper;
  const title = wordsFor(site.language).staff;
  return headFor(desk, {
    title,
    description: `${title}: ${site.description ?? site.title}`,
    address: STAFF_ADDRESS,
    language: site.language,
    type: "website",
    graph: [
      staffObject(staff, title, site),
      publisherObject(desk),
      breadcrumb(site, [{ name: title, address: STAFF_ADDRESS }]),
    ],
  });
}

function staffObject(
  staff: readonly Author[],
  name: string,
  site: Site,
): { readonly [key: string]: Json } {
  const itemListElement = staff.map((author, index) => ({
    "@type": "ListItem",
    position: index + 1,
    item: authorObject(author, site),
  }));
  const mainEntity = { "@type": "ItemList", itemListElement };
  return collectionPage(site, { name, address: STAFF_ADDRESS, mainEntity });
}
