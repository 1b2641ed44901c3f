// A page of the text edition around its matter: no style sheet, no picture, no script, and as few
// bytes as a whole document can have. The browser's own type is used, in the reader's own size.

import type { ComponentChildren } from "preact";
import type { TextLink as TextLinkProps, TextSheet } from "../../src/pages/page.ts";

/** The page may load nothing at all. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

export interface TextDocumentProps {
  readonly sheet: TextSheet;
  readonly children: ComponentChildren;
}

export function TextDocument({ sheet, children }: TextDocumentProps) {
  return (
    <html lang={sheet.language} dir={sheet.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{sheet.documentTitle}</title>
        {sheet.noindex && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={sheet.canonical} />
      </head>
      <body>
        <header>
          <p>
            <TextLink {...sheet.paper} /> | {sheet.edition}
          </p>
        </header>
        <main>{children}</main>
        <hr />
        <nav>
          {sheet.onward.map((link) => (
            <p>
              <TextLink {...link} />
            </p>
          ))}
        </nav>
      </body>
    </html>
  );
}

/** A link, in its own language where that is not the page's. */
export function TextLink({ label, url, language, direction }: TextLinkProps) {
  return (
    <a href={url} lang={language} dir={direction}>
      {label}
    </a>
  );
}
