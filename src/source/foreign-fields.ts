// Fields that other systems know and this press does not: what to write instead. Nothing is read
// under a foreign name, because two names for one thing end in two values.

import { nearest } from "../problems/nearest.ts";
import { quote } from "../problems/quote.ts";

/** From a foreign field's name, letters only and in lower case, to its cure. */
export type ForeignFields = ReadonlyMap<string, string>;

/** The cure for a foreign field; `Publish_Date`, `publishDate` and `publish-date` are one. */
export function foreignCure(name: string, fields: ForeignFields): string | undefined {
  return fields.get(lettersOf(name)) ?? CONTROL.get(lettersOf(name));
}

/** The cure for a foreign field that was misspelt as well. */
export function nearForeignCure(name: string, fields: ForeignFields): string | undefined {
  return fields.get(nearest(name, fields.keys()) ?? "");
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

/** Our field, and what others call it. */
type Synonyms = readonly (readonly [ours: string, theirs: string])[];

function insteadOf(synonyms: Synonyms, sentences: Synonyms): ForeignFields {
  const cures = new Map<string, string>();
  for (const [ours, theirs] of synonyms)
    for (const name of theirs.split(" ")) cures.set(name, `Write ${quote(ours)} instead.`);
  for (const [cure, theirs] of sentences)
    for (const name of theirs.split(" ")) cures.set(name, cure);
  return cures;
}

const NO_LAYOUT =
  "Every page of a kind looks the same; change the look in “layouts/”. Delete this field.";
const NO_CONTROL = "What a story says never steers the press. Delete this field.";

/** Fields by which Eleventy lets an article steer the build. */
const CONTROL: ForeignFields = new Map(
  [
    "templateEngineOverride",
    "permalink",
    "dynamicPermalink",
    "layout",
    "eleventyComputed",
    "pagination",
    "eleventyImport",
    "eleventyExcludeFromCollections",
    "eleventyNavigation",
    "eleventyDataSchema",
    "page",
    "eleventy",
  ].map((name) => [name.toLowerCase(), NO_CONTROL]),
);

/** Foreign fields of a story. */
export const STORY_FOREIGN = insteadOf(
  [
    ["headline", "title hed head heading name"],
    [
      "standfirst",
      "description summary excerpt subtitle subhead subheadline deck dek lede intro abstract",
    ],
    ["kicker", "eyebrow overline strapline label slugline"],
    [
      "date",
      "published publishdate publisheddate pubdate publishedat datepublished created createdat",
    ],
    ["updated", "lastmod lastmodified modified modifieddate datemodified updatedat lastupdated"],
    ["expires", "expirydate expiry expiresat unpublishdate"],
    ["section", "category categories sections channel desk"],
    ["topics", "tags tag keywords topic subjects"],
    ["authors", "author writer writers contributors creator"],
    ["dateline", "location place city"],
    ["genre", "type kind format"],
    ["sponsor", "advertiser sponsoredby paidby partner"],
    ["license", "licence rights copyright terms"],
    ["method", "methodology backstory"],
    ["sources", "source citations citation references"],
    [
      "image",
      "picture photo images thumbnail cover hero heroimage featureimage featuredimage banner",
    ],
    ["corrections", "correction errata editorsnote"],
    ["aliases", "redirectfrom redirects alias oldurls"],
    ["language", "lang locale"],
    ["id", "guid uuid"],
  ],
  [
    [
      "Write “status: draft” instead of “draft: true”, and nothing at all when the story is ready.",
      "draft unpublished",
    ],
    [
      "Write “slug” for the last part of the address; its folders come from “addresses” in site.yaml.",
      "permalink url address path",
    ],
    ["Put it below “image”, indented by two spaces.", "src alt caption credit focus"],
    ["Write “noindex: true” instead.", "robots"],
    ["The story stands below the second “---”, not in a field.", "content body text story"],
    ["Stories are ordered by date. Delete this field.", "weight order priority"],
    [NO_LAYOUT, "layout template theme css"],
  ],
);

/** Foreign fields of an author. */
export const AUTHOR_FOREIGN = insteadOf(
  [
    ["name", "title author headline displayname"],
    ["role", "position job jobtitle beat"],
    ["kind", "type"],
    ["email", "mail emailaddress"],
    ["links", "link url website twitter mastodon social sameas"],
    ["image", "picture photo avatar portrait headshot"],
  ],
  [
    [
      "The biography stands below the second “---”, not in a field.",
      "bio biography about description text",
    ],
    ["The file's name is the author's slug: rename the file.", "slug id"],
    [NO_LAYOUT, "layout template"],
  ],
);

/** Foreign fields of a page that is not a story. */
export const PAGE_FOREIGN = insteadOf(
  [
    ["title", "headline name heading"],
    ["description", "standfirst summary excerpt subtitle"],
  ],
  [
    [
      "The page's address is its place under “pages/”: move or rename the file.",
      "permalink slug url path address",
    ],
    [
      "A page has no date and no author; for those write a story in “articles/”.",
      "date author authors updated section topics tags",
    ],
    [NO_LAYOUT, "layout template"],
  ],
);

/** Foreign settings of the paper. */
export const SITE_FOREIGN = insteadOf(
  [
    ["title", "name sitetitle headline"],
    ["url", "baseurl siteurl site host domain"],
    ["language", "lang locale languagecode"],
    ["timezone", "tz zone"],
    ["sections", "categories section menu navigation"],
    ["topics", "tags"],
    ["description", "tagline subtitle strapline"],
    ["addresses", "permalinks permalink"],
    ["license", "licence rights copyright terms"],
  ],
  [["The look of the paper is in “layouts/”. Delete this setting.", "theme layout template"]],
);

/** Foreign fields of the front page. */
export const FRONT_FOREIGN = insteadOf(
  [["editions", "edition fronts front pages schedule"]],
  [
    [
      "Put it into an edition: editions: [{ from: 2026-05-05 05:00, lead: … }]",
      "from lead slots date top main seconds stories",
    ],
  ],
);

/** Foreign fields below `image`. */
export const PICTURE_FOREIGN = insteadOf(
  [
    ["src", "url file path source href image"],
    ["alt", "alttext alternative alternativetext"],
    ["caption", "title description text legend"],
    ["credit", "photographer copyright attribution author by creator"],
    ["license", "licence"],
    ["focus", "focalpoint focuspoint position crop"],
  ],
  [["Put it below “rights”, which stands below “image”.", "expires syndicate"]],
);
