// An old address: sends the reader on at once, and says where to, for those whom nothing sends. Bare,
// since nobody stays here, and an archive that has moved house may have a hundred thousand of them.

import type { RedirectProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { POLICY } from "./parts/head.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("redirect");

export default function printRedirect({ sheet }: TemplateData<RedirectProps>): string {
  return printDocument(<Redirect {...sheet.props} />);
}

function Redirect({ language, direction, title, url, canonical }: RedirectProps) {
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={canonical} />
        <meta http-equiv="refresh" content={`0; url=${url}`} />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            <a href={url}>{canonical}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
