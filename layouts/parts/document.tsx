// The whole sheet around the matter of a page: head, nameplate, sections, foot. Every page of the
// paper is printed here, so all of them have the same landmarks in the same order.

import type { ComponentChildren, VNode } from "preact";
import { render } from "preact-render-to-string";
import type { Sheet } from "../../src/pages/page.ts";
import { Footer } from "./footer.tsx";
import { Head } from "./head.tsx";
import { Nameplate } from "./nameplate.tsx";
import { Navigation } from "./navigation.tsx";

/** Prints a finished document; Preact itself writes no doctype. */
export function printDocument(document: VNode): string {
  return `<!doctype html>\n${render(document)}\n`;
}

export interface DocumentProps {
  /** The page's own props: every kind of page carries a sheet. */
  readonly sheet: Sheet;
  readonly children: ComponentChildren;
}

/** The page around its matter. */
export function Document({ sheet, children }: DocumentProps) {
  const tongue = tongueOfSite(sheet);
  return (
    <html lang={sheet.language} dir={sheet.direction}>
      <Head {...sheet.head} />
      <body>
        <a class="skip" href="#page_text">
          {sheet.words.skipToText}
        </a>
        <Nameplate {...sheet.nameplate} {...tongue} />
        <Navigation entries={sheet.navigation} label={sheet.siteWords.sections} {...tongue} />
        <main id="page_text">{children}</main>
        <Footer {...sheet.footer} front={frontOf(sheet)} {...tongue} />
      </body>
    </html>
  );
}

/** `lang` and `dir` where an element speaks another language than what stands around it. */
export interface Tongue {
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
}

/** Nothing to say where page and paper share their language (WCAG 3.1.2). */
function tongueOfSite({ language, siteLanguage, siteDirection }: Sheet): Tongue {
  return language === siteLanguage ? {} : { lang: siteLanguage, dir: siteDirection };
}

function frontOf({ nameplate, siteWords }: Sheet) {
  return { label: siteWords.frontPage, url: nameplate.url };
}
