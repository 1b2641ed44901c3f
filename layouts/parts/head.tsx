// The head of a page: nothing but what `pages/` has decided, and the policy under which the page
// runs. JSON-LD is printed here and nowhere else; it comes already safe.

import type { Assets, Head as HeadProps } from "../../src/pages/page.ts";

/** Only this site's own files, and no inline script or style: a story can never bring its own. */
export const POLICY = policyWith("'self'", "'none'");

/** The search runs WebAssembly, and its form leads to its own page. */
const SEARCH_POLICY = policyWith("'self' 'wasm-unsafe-eval'", "'self'");

function policyWith(scripts: string, forms: string): string {
  return [
    "default-src 'none'",
    "img-src 'self'",
    "style-src 'self'",
    `script-src ${scripts}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action ${forms}`,
  ].join("; ");
}

/** `--paper` of `styles/tokens.css`, for the browser's own frame. The first that fits is taken: night. */
export const DAY = "#fffefa";
export const NIGHT = "#151311";

/** Encoding and policy come first: both govern all that follows. */
export function Head({ title, description, canonical, robots, ...head }: HeadProps) {
  const policy = head.script === undefined ? POLICY : SEARCH_POLICY;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <meta name="robots" content={robots} />
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      <Files {...head.assets} />
      {head.alternates.map(({ type, title, href }) => (
        <link rel="alternate" type={type} title={title} href={href} />
      ))}
      {head.languages?.map(({ language, href }) => (
        <link rel="alternate" hreflang={language} href={href} />
      ))}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={NIGHT} media="(prefers-color-scheme: dark)" />
      <meta name="theme-color" content={DAY} />
      {head.names.map(({ key, content }) => (
        <meta name={key} content={content} />
      ))}
      {head.properties.map(({ key, content }) => (
        <meta property={key} content={content} />
      ))}
      {head.script !== undefined && <script type="module" src={head.script} />}
      {head.jsonLd !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.jsonLd }} />
      )}
    </head>
  );
}

function Files({ preloadFonts, styleSheet, icon, touchIcon, manifest }: Assets) {
  return (
    <>
      {preloadFonts.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={styleSheet} />
      <link rel="icon" href={icon} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={touchIcon} />
      <link rel="manifest" href={manifest} />
    </>
  );
}
