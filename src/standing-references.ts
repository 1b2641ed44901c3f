// What a story that has been edited may refer to in the edition that is live.

import { archiveAddress, periodsOf } from "./news/archive.ts";
import type { References } from "./news/compose-story.ts";
import { LEDGER_ADDRESS } from "./news/ledger.ts";
import type { Names } from "./news/names.ts";
import type { Name } from "./news/newspaper.ts";
import type { Entry, Register } from "./news/register.ts";
import { STAFF_ADDRESS } from "./news/staff.ts";
import { once } from "./pages/remember.ts";
import type { Standing } from "./standing-edition.ts";
import type { StandingHead } from "./standing-head.ts";
import type { PaperAround } from "./standing-paper.ts";

/**
 * Everything that readers can see. Whoever refers to something
 * else has a mistake, or leads to what this record does not know; in either case all has to be read.
 */
export function standingReferences({ head, rows }: Standing, paper: PaperAround): References {
  const others = once(() => entriesOf(rows.byDay.keys(), head.copied, paper));
  const story = (row: number): Entry | undefined => {
    const address = rows.addresses()[row];
    return address === undefined ? undefined : { address, state: "live" };
  };
  return {
    sections: paper.sections,
    authors: new Map(paper.authors.map((author) => [author.slug, author])),
    topics: namesOf(head.topicSlugs, paper.topics),
    series: namesOf(head.seriesSlugs, paper.series),
    register: {
      byFile: {
        get: (wanted) => others().byFile.get(wanted) ?? story(rows.rowOf(wanted)),
        keys: () => [],
      },
      byAddress: {
        get: (wanted) => others().byAddress.get(wanted) ?? story(rows.addresses().indexOf(wanted)),
        keys: () => [],
      },
      mayBeUnread: () => false,
    },
    stories: {
      get: (id) => (rows.ids().includes(id) ? { state: "live" } : undefined),
      keys: () => [],
    },
  };
}

function namesOf(slugs: StandingHead["topicSlugs"], shown: readonly Name[]): Names {
  const bySlug = new Map(shown.map((name) => [name.slug, name]));
  return new Map(
    slugs.flatMap(([words, slug]) => {
      const name = bySlug.get(slug);
      return name ? [[words, name] as const] : [];
    }),
  );
}

/** All that a link may lead to but the stories themselves, by the rules of `register.ts`. */
function entriesOf(
  days: Iterable<string>,
  copied: readonly string[],
  {
    sections,
    topics,
    series,
    authors,
    killed,
    gone,
    pages,
    redirects,
    ledger,
    hasStaffPage,
  }: PaperAround,
): Pick<Register, "byFile" | "byAddress"> {
  const live = (address: string): Entry => ({ address, state: "live" });
  const signed = authors.map(({ slug, address }) => ({ file: `authors/${slug}.md`, address }));
  const withFile = [...signed, ...killed, ...gone, ...pages];
  const periods = ["", ...periodsOf(days)];
  const answering = [
    ...[...sections, ...topics, ...series].map(({ address }) => address),
    ...periods.map(archiveAddress),
    ...(ledger ? [LEDGER_ADDRESS] : []),
    ...(hasStaffPage ? [STAFF_ADDRESS] : []),
    ...copied.map((path) => `/${path}`),
  ];
  return {
    byFile: new Map(withFile.map(({ file, address }) => [file, live(address)])),
    byAddress: new Map([
      ...redirects.map(({ from, to }) => [from, live(to)] as const),
      ...answering.map((address) => [address, live(address)] as const),
      ...withFile.map(({ address }) => [address, live(address)] as const),
      ["/", live("/")],
    ]),
  };
}
