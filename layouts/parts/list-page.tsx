// Section fronts, topics, authors and series are one kind of page, each with a head of its own.

import type { ListProps, Teaser as TeaserData } from "../../src/pages/page.ts";
import { AuthorHead } from "./author-head.tsx";
import { Document } from "./document.tsx";
import { Teaser } from "./teaser.tsx";
import { Turn } from "./turn.tsx";

/** A list of stories under its title; that of a section or topic opens with the newest story large. */
export function ListPage(page: ListProps) {
  return (
    <Document sheet={page}>
      <div class={`list list-${page.kind}`}>
        <ListHead {...page} />
        {page.teasers.length === 0 ? (
          <p>{page.words.noStories}</p>
        ) : (
          <Rows teasers={page.teasers} hasLead={opensLarge(page)} />
        )}
        <Turn links={[page.latest, page.older]} />
      </div>
    </Document>
  );
}

/** Numbered pages are archives, an author's page is about the author, a series is read from its start. */
function opensLarge({ kind, pageLabel }: ListProps): boolean {
  return (kind === "section" || kind === "topic") && pageLabel === undefined;
}

function ListHead({ title, label, pageLabel, author, words }: ListProps) {
  return (
    <header class="list-head">
      {label !== undefined && <p class="label">{label}</p>}
      {author ? (
        <AuthorHead name={title} creditLabel={words.pictureCredit} {...author} />
      ) : (
        <h1 class="page-title">{title}</h1>
      )}
      {pageLabel !== undefined && <p class="list-number small">{pageLabel}</p>}
    </header>
  );
}

function Rows({ teasers, hasLead }: { teasers: readonly TeaserData[]; hasLead: boolean }) {
  return (
    <div class="list-rows">
      {teasers.map((teaser, index) => (
        <Teaser teaser={teaser} level={2} weight={index === 0 && hasLead ? "first" : "brief"} />
      ))}
    </div>
  );
}
