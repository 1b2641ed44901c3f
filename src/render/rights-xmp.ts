// The maker's name, the credit line and the copyright notice as XMP, the form that JPEG, WebP and
// AVIF all carry (IPTC Photo Metadata Standard: Creator, Credit Line, Copyright Notice).

import type { Rights } from "../pages/derivative.ts";

/** The XMP packet for `rights`; undefined when there is nothing to say. */
export function rightsXmp(rights: Rights): string | undefined {
  const properties = [
    rights.creator &&
      `<dc:creator><rdf:Seq><rdf:li>${xml(rights.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    rights.copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${xml(rights.copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    rights.copyright && "<xmpRights:Marked>True</xmpRights:Marked>",
    rights.credit && `<photoshop:Credit>${xml(rights.credit)}</photoshop:Credit>`,
  ].filter((property) => property !== undefined && property !== "");
  return properties.length === 0 ? undefined : packet(properties.join(""));
}

/** The wrapper that every reader of XMP looks for; the id is fixed by the standard. */
function packet(properties: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

/** Text for XML: what XML 1.0 forbids is dropped, what it reads as markup is escaped. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
