// The head of a page: the same rules for every kind of page, the matter from each.

import { isolated } from "../../markdown/direction-marks.ts";
import type { Author } from "../../news/newspaper.ts";
import { feedLinks } from "../feeds/feed-files.ts";
import type { AlternateLink, Assets, Head, MetaProperty } from "../page.ts";
import type { PageDesk } from "../page-desk.ts";
import type { MachineImage } from "../pictures.ts";
import { remember, rememberOf } from "../remember.ts";
import { absoluteUrl, hrefTo } from "../urls.ts";
import { type JsonLd, serialiseJsonLd } from "./json-ld.ts";

/** What one page says of itself. */
export interface PageMatter {
  /** Its own title, without the paper's; absent for the front page. */
  readonly title?: string;
  /** The title for social networks. Default: the title. */
  readonly socialTitle?: string;
  readonly description?: string;
  readonly socialDescription?: string;
  /** Absent for pages without an address of their own (404). */
  readonly address?: string;
  /** Kept out of search engines. */
  readonly noindex?: boolean;
  readonly language: string;
  /** Open Graph's type: `article` for stories, `profile`, `website`. */
  readonly type: "website" | "article" | "profile";
  readonly image?: SharedImage;
  /** Properties beyond the common ones: `article:published_time` and so on. */
  readonly properties?: readonly MetaProperty[];
  readonly authors?: readonly Pick<Author, "name" | "fediverse">[];
  readonly graph?: JsonLd["@graph"];
  /** The address of the script it runs. */
  readonly script?: string;
  /** The list whose feeds belong to the page. */
  readonly feeds?: Parameters<typeof feedLinks>[0];
  /** The page's own matter in other languages. */
  readonly languages?: Head["languages"];
  /** The page's own matter in other notations. */
  readonly twins?: readonly AlternateLink[];
}

/** A picture beside a link on social networks, and what it shows. */
export interface SharedImage extends MachineImage {
  readonly alt: string;
}

export function headFor(desk: PageDesk, matter: PageMatter): Head {
  const { site } = desk.paper;
  const { title, description, address, noindex = false, graph } = matter;
  return {
    title: title === undefined ? site.title : `${isolated(title)} – ${site.title}`,
    ...(description !== undefined && { description }),
    ...(address !== undefined && { canonical: absoluteUrl(site, address) }),
    robots: noindex || desk.isPreview ? "noindex" : "max-image-preview:large",
    alternates: [...(matter.feeds ? feedLinks(matter.feeds, site) : []), ...(matter.twins ?? [])],
    languages: matter.languages ?? [],
    properties: address === undefined ? [] : openGraph(desk, matter, address),
    names: namesOf(matter),
    ...(graph && {
      jsonLd: serialiseJsonLd({ "@context": "https://schema.org", "@graph": graph }),
    }),
    assets: assetsOf(desk)(matter.language),
    ...(matter.script !== undefined && { script: hrefTo(site, matter.script) }),
  };
}

/** The Open Graph protocol, and the `article:` properties of stories. */
function openGraph(
  { paper: { site }, assets }: PageDesk,
  matter: PageMatter,
  address: string,
): readonly MetaProperty[] {
  const { shareCard } = assets;
  const image = matter.image ?? {
    url: absoluteUrl(site, shareCard.address),
    width: shareCard.width,
    height: shareCard.height,
    alt: site.title,
  };
  const description = matter.socialDescription ?? matter.description;
  return properties([
    ["og:type", matter.type],
    ["og:site_name", site.title],
    ["og:locale", matter.language.replace("-", "_")],
    ["og:url", absoluteUrl(site, address)],
    ["og:title", matter.socialTitle ?? matter.title ?? site.title],
    ["og:description", description],
    ["og:image", image.url],
    ["og:image:type", "image/jpeg"],
    ["og:image:width", String(image.width)],
    ["og:image:height", String(image.height)],
    ["og:image:alt", image.alt],
  ]).concat(matter.properties ?? []);
}

function namesOf({ authors = [], address }: PageMatter): readonly MetaProperty[] {
  return properties([
    ...authors.map(({ name }) => ["author", name] as const),
    ...authors.map(({ fediverse }) => ["fediverse:creator", fediverse] as const),
    ["twitter:card", address === undefined ? undefined : "summary_large_image"],
  ]);
}

/** Pairs as properties; those without a value are left out. */
export function properties(
  pairs: readonly (readonly [key: string, content: string | undefined])[],
): MetaProperty[] {
  const said: MetaProperty[] = [];
  for (const [key, content] of pairs) if (content !== undefined) said.push({ key, content });
  return said;
}

/** By language; one object on all pages of a language. */
const assetsOf = rememberOf(({ paper: { site }, assets }: PageDesk) =>
  remember((language): Assets => ({
    styleSheet: hrefTo(site, assets.styleSheet),
    preloadFonts: preloadedSubset(language).flatMap((name) => {
      const font = assets.fonts[name];
      return font === undefined ? [] : [hrefTo(site, font)];
    }),
    icon: hrefTo(site, assets.icon),
    touchIcon: hrefTo(site, assets.touchIcon),
    manifest: hrefTo(site, assets.manifest),
  })),
);

/** Languages whose script is not Latin, and the part of the type that has it, if any. */
const SUBSETS: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(["ru", "uk", "be", "bg", "mk", "sr"].map((code) => [code, "cyrillic"])),
  el: "greek",
  vi: "vietnamese",
  ...Object.fromEntries(
    ["ja", "zh", "ko", "ar", "fa", "ur", "he", "hi", "bn", "th", "ta"].map((code) => [
      code,
      "none",
    ]),
  ),
};

/** The text and headline weights that a page in `language` certainly needs. */
function preloadedSubset(language: string): readonly string[] {
  const subset = SUBSETS[language.split("-", 1)[0] ?? language] ?? "latin";
  return subset === "none"
    ? []
    : [`source-serif-4-${subset}-400-normal`, `source-serif-4-${subset}-600-normal`];
}
