// The stories of the text edition: all words of a story, without its pictures. A long one is parted
// into pages, each of them small.

import { fillLinkSlots } from "../../markdown/link-slots.ts";
import { leavesOf } from "../../markdown/leaves.ts";
import type { SafeHtml } from "../../markdown/safe-html.ts";
import type { Site, Story } from "../../news/newspaper.ts";
import { bylineOf, plainByline } from "../byline.ts";
import { timeOf } from "../dates.ts";
import { genreLabel, isSerious, noteOf, previewLabel } from "../labels.ts";
import { storyMatter } from "../matter.ts";
import type {
  Note,
  PlannedPage,
  Reporting,
  TextLink,
  TextOpening,
  TextPiece,
  TextStoryProps,
} from "../page.ts";
import type { PageDesk } from "../page-desk.ts";
import { plannedLater } from "../planned-page.ts";
import { rememberLast } from "../remember.ts";
import { hrefTo, linkTo } from "../urls.ts";
import { wordsFor } from "../words/words-for.ts";
import { fitted, sizeOf, sizeOfWords } from "./fit.ts";
import { reportingOf, sponsorLineOf } from "../disclosures.ts";
import { textAddress } from "./text-address.ts";
import { roomOn, siteLink, textSheetFor } from "./text-sheet.ts";

/** A piece of a story before it is made: how large it will be. */
type Planned =
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "dateline"; readonly dateline: string }
  | { readonly kind: "reporting"; readonly reporting: Reporting }
  | { readonly kind: "leaf"; readonly number: number; readonly size: number };

/** A story with the pages it stands on. */
interface Parted {
  readonly story: Story;
  readonly desk: PageDesk;
  readonly opening: TextOpening;
  readonly pages: readonly (readonly Planned[])[];
  /** For each link slot of the text, where it leads. */
  readonly links: readonly string[];
}

/** The pages of a story; none where the paper has no text edition. */
export function textStoryPages(
  story: Story,
  desk: PageDesk,
): readonly PlannedPage<TextStoryProps>[] {
  const { site } = desk.paper;
  if (site.textEdition === "none") return [];
  const opening = openingOf(story, site);
  const links = story.text.links.map((link) => linkTo(site, withinEdition(link, desk), hrefTo));
  const pages = partedInto(story, opening, site);
  const parted: Parted = { story, desk, opening, pages, links };
  const matter = [site, story.section, { isPreview: desk.isPreview }, storyMatter(story)];
  return pages.map((_, index) => {
    const address = textAddress(story.address, index + 1);
    const place = { kind: "text-story", address, origin: story.file, shows: [story] } as const;
    const own = { page: index, pages: pages.length, links };
    return plannedLater(place, [...matter, own], () => props(parted, index));
  });
}

/** A link to another story stays within the edition. */
function withinEdition(link: string, { index }: PageDesk): string {
  const [address = ""] = link.split("#", 1);
  return index.addresses.has(address) ? textAddress(address) + link.slice(address.length) : link;
}

function openingOf(story: Story, site: Site): TextOpening {
  const { published, modified, language, standfirst } = story;
  const words = wordsFor(language);
  const sponsor = sponsorLineOf(story, words);
  const date = (label: string, moment: typeof published) => ({
    label,
    time: timeOf(moment, language, site.timezone),
  });
  const labels = [
    previewLabel(story, words, language, site.timezone),
    genreLabel(story.genre, words)?.label,
  ];
  return {
    labels: labels.filter((label) => label !== undefined),
    ...(sponsor && { sponsor }),
    ...(standfirst !== undefined && { standfirst }),
    byline: plainByline(bylineOf(story, site, words)),
    dates: [
      date(words.published, published),
      ...(modified.instant === published.instant ? [] : [date(words.updated, modified)]),
    ],
  };
}

function partedInto(story: Story, opening: TextOpening, site: Site): Parted["pages"] {
  const { headline, address, corrections, dateline, text, language } = story;
  const words = wordsFor(language);
  const reporting = reportingOf(story, words);
  const note = (entry: (typeof corrections)[number]) => ({
    kind: "note" as const,
    note: noteOf(entry, words, language, site.timezone),
  });
  const pieces: readonly Planned[] = [
    ...corrections.filter(isSerious).map(note),
    ...(dateline === undefined ? [] : [{ kind: "dateline" as const, dateline }]),
    ...text.leaves.map((size, number) => ({ kind: "leaf" as const, number, size })),
    ...corrections.filter((entry) => !isSerious(entry)).map(note),
    ...(reporting ? [{ kind: "reporting" as const, reporting }] : []),
  ];
  const { labels, sponsor, standfirst, byline, dates } = opening;
  const paid = sponsor ? LINE + sizeOfWords(sponsor.name) + sizeOf(sponsor.url) : 0;
  const taken = sizeOfWords(...labels, standfirst, byline) + paid + dates.length * LINE;
  return fitted(pieces, sizeOfPiece, roomOn(site, headline, address), taken);
}

/** Bytes of a label and a date, in whatever language, with their markup. */
const LINE = 200;

function sizeOfPiece(piece: Planned): number {
  if (piece.kind === "leaf") return piece.size;
  if (piece.kind === "reporting") return sizeOfReporting(piece.reporting);
  return (
    LINE + (piece.kind === "note" ? sizeOfAll(piece.note.paragraphs) : sizeOfWords(piece.dateline))
  );
}

function sizeOfReporting({ method, sources }: Reporting): number {
  const list = sources?.list ?? [];
  const words =
    sizeOfWords(...list.map(({ name }) => name)) + sizeOf(...list.map(({ url }) => url));
  return LINE * (2 + list.length) + words + sizeOfAll(method?.paragraphs ?? []);
}

function sizeOfAll(paragraphs: readonly string[]): number {
  return sizeOfWords(...paragraphs) + "<p></p>".length * paragraphs.length;
}

function props(parted: Parted, index: number): TextStoryProps {
  const { story, desk, opening, pages } = parted;
  const { headline, language } = story;
  const words = wordsFor(language);
  const count = pages.length;
  return {
    kind: "text-story",
    ...textSheetFor({
      site: desk.paper.site,
      title: headline,
      language,
      canonical: story.address,
      noindex: story.noindex || desk.isPreview,
      onward: onwardFrom(parted, index),
    }),
    headline,
    ...(count > 1 && {
      pageLabel: words.pageOf
        .replace("{number}", String(index + 1))
        .replace("{count}", String(count)),
    }),
    ...(index === 0 && { opening }),
    pieces: piecesOf(parted, index),
  };
}

function onwardFrom({ story, desk, pages }: Parted, index: number): readonly TextLink[] {
  const { site } = desk.paper;
  const words = wordsFor(story.language);
  const page = (label: string, number: number) => ({
    label,
    url: hrefTo(site, textAddress(story.address, number)),
  });
  return [
    ...(index + 1 < pages.length ? [page(words.nextPage, index + 2)] : []),
    ...(index > 0 ? [page(words.previousPage, index)] : []),
    siteLink(site, story.section.title, textAddress(story.section.address), story.language),
    { label: words.withPictures, url: hrefTo(site, story.address) },
  ];
}

/** The text of a story as it is parted, and where each of its places is. */
interface Leaves {
  readonly html: readonly SafeHtml[];
  /** By leaf. */
  readonly pages: readonly number[];
  /** By the name of the place. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/** A long text with many notes is gone through once, and not for each of its pages and notes. */
const leavesFor = rememberLast(({ story, pages }: Parted): Leaves => {
  const html = leavesOf(story.text.printable().parts);
  const byLeaf = pages.flatMap((pieces, page) =>
    pieces.flatMap((piece) => (piece.kind === "leaf" ? [page] : [])),
  );
  const pageOf = new Map<string, number>();
  for (const [leaf, page] of byLeaf.entries()) {
    for (const [, id = ""] of (html[leaf] ?? "").matchAll(/ id="([^"]*)"/g))
      if (!pageOf.has(id)) pageOf.set(id, page);
  }
  return { html, pages: byLeaf, pageOf };
});

function piecesOf(parted: Parted, index: number): readonly TextPiece[] {
  return (parted.pages[index] ?? []).map((piece) =>
    piece.kind === "leaf" ? { kind: "html", html: leafOf(parted, piece.number) } : piece,
  );
}

/** A leaf with its addresses; a place in the text that is on another page is found there. */
function leafOf(parted: Parted, number: number): SafeHtml {
  const { story, desk, links } = parted;
  const leaves = leavesFor(parted);
  const html = fillLinkSlots(leaves.html[number] ?? ("" as SafeHtml), links);
  if (leaves.html.length === 1) return html;
  return html.replaceAll(/ href="#([^"]*)"/g, (link: string, id: string) => {
    const page = leaves.pageOf.get(id);
    if (page === undefined || page === leaves.pages[number]) return link;
    const address = textAddress(story.address, page + 1);
    return ` href="${hrefTo(desk.paper.site, address)}#${id}"`;
  }) as SafeHtml;
}
