// Media RSS (rssboard.org/media-rss): the lead picture as RSS and Atom carry it, never without its
// credit.

import { element, type XmlElement } from "../xml.ts";
import type { FeedPicture } from "./feed.ts";

export function mediaContent(picture: FeedPicture | undefined): readonly XmlElement[] {
  if (!picture) return [];
  const { url, width, height, alt, caption, credit } = picture;
  const words = [
    element("media:description", caption ?? alt, { type: "plain" }),
    element("media:credit", credit),
  ];
  const file = { url, medium: "image", type: "image/jpeg" };
  return [
    element("media:content", words, { ...file, width: String(width), height: String(height) }),
  ];
}
