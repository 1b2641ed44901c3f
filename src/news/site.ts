// The settings of the paper, as the rest of the press has them.

import type { PictureFile } from "../source/picture-file.ts";

/** The settings of the paper, from `content/site.yaml`. */
export interface Site {
  readonly title: string;
  readonly description?: string;
  /** Absolute, ends with a slash: `https://news.example.org/` or `https://example.org/news/`. */
  readonly url: string;
  /** The path of `url`, percent-encoded, ends with a slash: `/` or `/news/`. */
  readonly basePath: string;
  /** BCP 47, canonical. */
  readonly language: string;
  /** IANA zone. */
  readonly timezone: string;
  /** The host that ids of feeds hang on; it stays when the paper moves. */
  readonly tagAuthority: string;
  readonly publisher: Publisher;
  /** Each story stands in notations for machines as well, beside its page. */
  readonly twins: boolean;
  /** The paper without pictures, style sheet and script: beside the whole one, or its home page too. */
  readonly textEdition: "none" | "beside" | "home";
  /** Policy pages by name (`corrections`, `ethics`, …): an address on the site or elsewhere. */
  readonly policies: Readonly<Record<string, string>>;
  /** The terms under which what it prints may be used. */
  readonly license?: License;
  /** Where readers report an error: `mailto:…` with one mailbox, or `https://…`. */
  readonly reportErrorsTo?: string;
  /** Readers can search the paper. */
  readonly hasSearch: boolean;
}

export interface Publisher {
  readonly name: string;
  readonly logo?: PictureFile;
}

/** Terms of use, and where they are. */
export interface License {
  readonly name: string;
  readonly url?: string;
}

/** As it was written. */
export function licenseOf(
  written: { readonly name: string; readonly url?: string | undefined } | undefined,
): License | undefined {
  return written && { name: written.name, ...(written.url !== undefined && { url: written.url }) };
}
