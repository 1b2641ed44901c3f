// The ids of feeds and their entries: tag URIs (RFC 4151). A feed reader that meets a known id shows
// an edited story, one that meets a new id shows a second story, so nothing an editor may change has
// a part in them: no headline, slug, date or address of the site.

import type { Site, Story } from "../../news/newspaper.ts";

/**
 * RFC 4151 asks for a date on which the authority held its name. A story's own date would change the
 * id when the story is redated, the paper's first day is not known here, and a year that never
 * changes serves: the id need only be the same for ever. Never change it.
 */
const TAG_YEAR = "2026";

/** `tag:news.example.org,2026:story:/2019/05/31/storm/`, from the story's own unchanging id. */
export function storyTag({ id }: Pick<Story, "id">, site: Pick<Site, "tagAuthority">): string {
  return tagUri("story", id, site);
}

/**
 * `tag:news.example.org,2026:correction:/2019/05/31/storm/@2019-06-02T09:00:00`.
 *
 * @param key tells the correction from the others of its story
 */
export function correctionTag(
  id: Story["id"],
  key: string,
  site: Pick<Site, "tagAuthority">,
): string {
  return tagUri("correction", `${id}@${key}`, site);
}

/** `tag:news.example.org,2026:list:/world/`, from the address of the list. */
export function listTag(address: string, site: Pick<Site, "tagAuthority">): string {
  return tagUri("list", address, site);
}

function tagUri(kind: string, name: string, { tagAuthority }: Pick<Site, "tagAuthority">): string {
  // Left alone by `encodeURI`, and not allowed in this part of a tag.
  const specific = encodeURI(name).replaceAll("#", "%23");
  return `tag:${tagAuthority},${TAG_YEAR}:${kind}:${specific}`;
}
