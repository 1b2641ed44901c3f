// Everybody who signs.

import { slugMistake } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import type { Author } from "./newspaper.ts";
import { authorAddress, authorSlug, type Register } from "./register.ts";
import { headerPicture } from "./resolve-picture.ts";
import { resolveText } from "./resolve-text.ts";

/** Every author file by slug, whether named by a story or not. */
export function composeAuthors(desk: Desk, register: Register): ReadonlyMap<string, Author> {
  return new Map(
    desk.content.authors.map(({ file, spec }) => {
      const slug = authorSlug(file);
      const mistake = slugMistake(slug);
      if (mistake) {
        desk.report({
          file,
          message: `The name of the file, “${slug}”, ${mistake}.`,
          cure: "Rename it: the file's name is the author's address.",
        });
      }
      const picture = headerPicture(spec.image, file, desk);
      const author: Author = {
        slug,
        name: spec.name,
        kind: spec.kind,
        address: authorAddress(file),
        ...(spec.role !== undefined && { role: spec.role }),
        ...(spec.email !== undefined && { email: spec.email }),
        links: Object.entries(spec.links ?? {}).map(([label, url]) => ({ label, url })),
        ...(spec.fediverse !== undefined && { fediverse: spec.fediverse }),
        ...(picture && { picture }),
        biography: resolveText(
          desk.texts.get(file),
          { file, readFrom: desk.now.instant },
          register,
          desk,
        ),
        isListed: spec.listed,
      };
      return [slug, author];
    }),
  );
}
