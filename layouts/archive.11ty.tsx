// The archive and its years, months and days: every story of the paper by the day it appeared.

import type { ArchivePeriod, ArchiveProps, Teaser as TeaserData } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { Kicker } from "./parts/kicker.tsx";
import { Teaser } from "./parts/teaser.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { Trail } from "./parts/trail.tsx";
import { Turn } from "./parts/turn.tsx";

export const data = onePageForEach("archive");

export default function printArchive({ sheet }: TemplateData<ArchiveProps>): string {
  return printDocument(<Archive {...sheet.props} />);
}

function Archive(page: ArchiveProps) {
  return (
    <Document sheet={page}>
      <div class="list list-archive">
        <header class="list-head">
          <Trail links={page.trail} />
          <h1 class="page-title">{page.title}</h1>
          {page.pageLabel !== undefined && <p class="list-number small">{page.pageLabel}</p>}
        </header>
        {page.periods.length === 0 && <p>{page.words.noStories}</p>}
        {page.periods.map((period) => (
          <Period {...period} />
        ))}
        <Turn links={[page.latest, page.older]} />
      </div>
    </Document>
  );
}

/** A day alone is a list of stories like any other; below a month it is a list of headlines. */
function Period({ heading, parts, teasers }: ArchivePeriod) {
  if (!heading) return <Stories teasers={teasers} />;
  return (
    <section class="archive-period">
      <h2 class="archive-heading">
        <a href={heading.url}>{heading.label}</a>
      </h2>
      {parts.length > 0 && <Parts parts={parts} />}
      {teasers.length > 0 && <Headlines teasers={teasers} />}
    </section>
  );
}

function Parts({ parts }: Pick<ArchivePeriod, "parts">) {
  return (
    <ul class="archive-parts">
      {parts.map(({ label, url }) => (
        <li>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function Headlines({ teasers }: { teasers: readonly TeaserData[] }) {
  return (
    <ul class="archive-headlines">
      {teasers.map(({ url, headline, kicker, genre, preview, language, direction }) => (
        <li lang={language} dir={direction}>
          <Kicker label={kicker} genre={genre} />
          <a href={url}>{headline}</a>
          {preview !== undefined && <strong class="preview-mark">{preview}</strong>}
        </li>
      ))}
    </ul>
  );
}

function Stories({ teasers }: { teasers: readonly TeaserData[] }) {
  return (
    <div class="list-rows">
      {teasers.map((teaser) => (
        <Teaser teaser={teaser} level={2} weight="brief" />
      ))}
    </div>
  );
}
