// Plain pages: about, contact, policies.

import type { Desk } from "./desk.ts";
import type { FiledPage } from "./file-page.ts";
import type { PlainPage } from "./newspaper.ts";
import type { Register } from "./register.ts";
import { resolveText } from "./resolve-text.ts";

/** The pages that readers can see. */
export function composePages(
  filed: readonly FiledPage[],
  register: Register,
  desk: Desk,
): readonly PlainPage[] {
  const live = filed.filter(({ state }) => state === "live");
  return live.map(({ source: { file, spec }, address, aliases }) => ({
    file,
    address,
    aliases,
    title: spec.title,
    ...(spec.description !== undefined && { description: spec.description }),
    text: resolveText(desk.texts.get(file), { file, readFrom: desk.now.instant }, register, desk),
  }));
}
