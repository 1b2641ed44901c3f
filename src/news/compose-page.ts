// Plain pages: about, contact, policies.

import { addressMistake } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import type { PlainPage } from "./newspaper.ts";
import { pageAddress, type Register } from "./register.ts";
import { resolveText } from "./resolve-text.ts";

export function composePages(desk: Desk, register: Register): readonly PlainPage[] {
  return desk.content.pages.map(({ file, spec }) => {
    const address = pageAddress(file);
    const mistake = addressMistake(address);
    if (mistake) {
      desk.report({
        file,
        message: `The address ${address} ${mistake}.`,
        cure: "Rename the file: its name is the page's address.",
      });
    }
    return {
      file,
      address,
      title: spec.title.trim(),
      ...(spec.description !== undefined && { description: spec.description.trim() }),
      text: resolveText(desk.texts.get(file), { file, readFrom: desk.now.instant }, register, desk),
    };
  });
}
