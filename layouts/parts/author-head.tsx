// The head of an author's page: portrait, name, role, how to write to them, and their life.

import type { AuthorProfile } from "../../src/pages/page.ts";
import { Picture } from "./picture.tsx";
import { Text } from "./text.tsx";

export interface AuthorHeadProps extends AuthorProfile {
  readonly name: string;
  /** Before each picture's credit in the biography, for the ear. */
  readonly creditLabel: string;
}

/** Portrait beside the words; without one the words stand alone. */
export function AuthorHead({ name, role, image, creditLabel, ...author }: AuthorHeadProps) {
  const links = author.email ? [author.email, ...author.links] : author.links;
  return (
    <div class="author-head">
      {image && (
        <div class="author-portrait">
          <Picture {...image} />
        </div>
      )}
      <div class="author-words">
        <h1 class="page-title">{name}</h1>
        {role !== undefined && <p class="author-role small">{role}</p>}
        {author.biography.length > 0 && <Text text={author.biography} creditLabel={creditLabel} />}
        {links.length > 0 && (
          <ul class="author-links small">
            {links.map(({ label, url }) => (
              <li>
                <a href={url}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
