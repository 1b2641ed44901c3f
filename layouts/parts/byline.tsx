// Who signs the story: each name leads to its author's page and carries its role.

import type { BylinePart } from "../../src/pages/page.ts";

export interface BylineProps {
  /** In order, the words between the names included. */
  readonly parts: readonly BylinePart[];
}

/** Nothing at all when nobody signs. */
export function Byline({ parts }: BylineProps) {
  if (parts.length === 0) return null;
  return (
    <p class="byline">
      {parts.map((part) => (part.kind === "text" ? part.text : <Name {...part} />))}
    </p>
  );
}

type Named = Extract<BylinePart, { kind: "name" }>;

/**
 * Name and role are told apart by weight, as print does: a comma would run into the list's own. Each
 * may read in another direction than the words around it, hence `bdi`.
 */
function Name({ name, url, role }: Named) {
  return (
    <>
      <bdi class="byline-name">
        {url === undefined ? (
          name
        ) : (
          <a href={url} rel="author">
            {name}
          </a>
        )}
      </bdi>
      {role !== undefined && <bdi class="byline-role"> {role}</bdi>}
    </>
  );
}
